import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { removeOldActivity } from './retention.ts';

describeOnDatabases('The end of calls', (open) => {
  const [start, hour] = [Date.parse('2026-11-01T00:00:00Z'), 60 * 60_000];
  let portal: TestPortal;
  let now = start;
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now), env: { GUEST_REQUESTS: '5' } });
  });
  after(() => portal.close());

  const clean = () => removeOldActivity(portal.context.db, new Date(now), portal.context.config.requestLog);
  const count = async (table: 'request' | 'request_content' | 'usage', workspaceId: string) => {
    const { all } = await portal.context.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirstOrThrow();
    return Number(all);
  };
  const openWorkspace = async (calls: number) => {
    const { body } = await portal.call('POST /platform/v1/guest_workspaces');
    for (let made = 0; made < calls; made++)
      await portal.call('GET /sandbox/crm/v2/usuarios', { key: body.api_key.secret });
    await portal.context.activity.flush();
    return body.workspace.id as string;
  };

  test('a workspace keeps its newest calls, as many as it may have', async () => {
    const id = await openWorkspace(8);
    assert.equal(await count('request', id), 8);
    await clean();
    assert.deepEqual([await count('request', id), await count('request_content', id)], [5, 5]);
  });

  test('contents end before their calls, and counts by minute before those by hour', async () => {
    const id = await openWorkspace(2);
    now = start + 73 * hour;
    await clean();
    assert.deepEqual([await count('request', id), await count('request_content', id)], [2, 0]);
    const left = await portal.context.db.selectFrom('usage').select('minutes').where('workspace_id', '=', id).execute();
    assert.ok(left.length > 0 && left.every(({ minutes }) => minutes === 60));
    now = start + 16 * 24 * hour;
    await clean();
    assert.equal(await count('request', id), 0);
    now = start + 63 * 24 * hour;
    await clean();
    assert.equal(await count('usage', id), 0);
  });

  test('nothing is left of a workspace that is gone', async () => {
    const id = await openWorkspace(2);
    await portal.context.db.deleteFrom('workspace').where('id', '=', id).execute();
    await clean();
    for (const table of ['request', 'request_content', 'usage'] as const)
      assert.equal(await count(table, id), 0, table);
  });
});
