import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../db/open-database.ts';
import { openSnapshot } from '../../db/snapshot.ts';
import { describeOnDatabases, openPostgres } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import type { TestFile } from '../../testing/workspace-files.ts';
import { limitAtOnce } from './limit-at-once.ts';
import { writeFile } from './write-file.ts';

const products = '/sandbox/gestor/v1/produtos';

describeOnDatabases('An export while others write', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open });
  });
  after(() => portal.close());

  const productsOf = (text: string) =>
    (JSON.parse(text) as TestFile).apis.flatMap(({ records }) => records).filter(({ store }) => store === 'produtos');

  test('shows the moment at which it began, and nobody waits for it', async () => {
    const { body: guest } = await portal.call('POST /platform/v1/guest_workspaces');
    const key = guest.api_key.secret as string;
    const { body: list } = await portal.call(`GET ${products}`, { key });
    const snapshot = await openSnapshot(portal.context.db);
    const pieces = writeFile(snapshot.db, {
      workspaceId: guest.workspace.id,
      publicUrl: '',
      withWebhooks: true,
      now: new Date(),
    });
    let text = (await pieces.next()).value ?? '';
    for (const { id } of list) assert.equal((await portal.call(`DELETE ${products}/${id}`, { key })).status, 200);
    for await (const piece of pieces) text += piece;
    await snapshot.close();
    const { body: now } = await portal.call('GET /platform/v1/workspace/export', { key });
    assert.equal(productsOf(text).length - productsOf(JSON.stringify(now)).length, list.length);
    assert.ok(list.length > 10);
  });
});

const postgres = process.env.TEST_DATABASE_URL;

describe('An export on a server with few connections', { skip: !postgres && 'TEST_DATABASE_URL is not set' }, () => {
  for (const connections of [1, 2])
    test(`leaves one of ${connections} to everything else, and only one is written at once`, async () => {
      const database = await openPostgres(postgres as string);
      const db = await openDatabase(database.url, connections);
      const close = () => db.destroy().then(database.close);
      const portal = await startTestPortal({ open: async () => ({ ...database, db, close }) });
      const key = await portal.guest();
      const exported = () => portal.call('GET /platform/v1/workspace/export', { key });
      // An export reads this table early, and waits there with its connection.
      const lock = await database.db.startTransaction().execute();
      await sql`lock table inbox in access exclusive mode`.execute(lock);
      const first = exported();
      let others: number[];
      try {
        const isWaiting = sql`select 1 from pg_locks where not granted and relation = 'inbox'::regclass`;
        while ((await isWaiting.execute(lock)).rows.length === 0) await new Promise(setImmediate);
        others = [(await portal.call('GET /platform/v1/api_keys', { key })).status, (await exported()).status];
      } finally {
        await lock.rollback().execute();
      }
      const statuses = [...others, (await first).status, (await exported()).status];
      await portal.close();
      assert.deepEqual(statuses, [200, 429, 200, 200]);
    });
});

test('A server writes as many files at once as it may, for each network and for all', () => {
  const enter = limitAtOnce({ ofNetwork: 2, ofAll: 3 });
  const owner = {};
  const leave = enter(owner, '198.51.100.7');
  enter(owner, '198.51.100.7');
  assert.throws(() => enter(owner, '198.51.100.7'), { code: 'too_many_requests' });
  enter(owner, '203.0.113.9');
  assert.throws(() => enter(owner, '192.0.2.1'), { code: 'too_many_requests' });
  enter({}, '198.51.100.7');
  leave();
  leave();
  enter(owner, '192.0.2.1');
  assert.throws(() => enter(owner, '192.0.2.1'), { code: 'too_many_requests' });
});
