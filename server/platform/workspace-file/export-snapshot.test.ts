import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSnapshot } from '../../db/snapshot.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
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
    const pieces = writeFile(snapshot.db, { workspaceId: guest.workspace.id, publicUrl: '', now: new Date() });
    let text = (await pieces.next()).value ?? '';
    for (const { id } of list) assert.equal((await portal.call(`DELETE ${products}/${id}`, { key })).status, 200);
    for await (const piece of pieces) text += piece;
    await snapshot.close();
    const { body: now } = await portal.call('GET /platform/v1/workspace/export', { key });
    assert.equal(productsOf(text).length - productsOf(JSON.stringify(now)).length, list.length);
    assert.ok(list.length > 10);
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
