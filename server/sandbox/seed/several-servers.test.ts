import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { temporaryFolder } from '../../testing/test-specs.ts';

describeOnDatabases('a sandbox that two servers are asked for at once', (open) => {
  let database: TestDatabase;
  let portals: TestPortal[];
  before(async () => {
    database = await open();
    portals = [];
    for (const db of [database.db, await database.reopen()]) {
      const KEY_PEPPERS = `1:${Buffer.alloc(32, 7).toString('base64')}`;
      const beside = async () => ({ ...database, db, close: async () => {} });
      portals.push(await startTestPortal({ open: beside, env: { KEY_PEPPERS, DATA_DIR: temporaryFolder() } }));
    }
    await Promise.all(portals.map(({ app }) => app.ready()));
  });
  after(async () => {
    for (const { app } of portals) await app.close();
    await database.close();
  });

  test('is seeded once, and each of them answers with all of it', async () => {
    const [first] = portals as [TestPortal];
    const seed = first.context.apis.get('notas')?.seed ?? [];
    assert.ok(seed.length > 0);
    for (let round = 0; round < 3; round++) {
      const key = await first.guest();
      const lists = await Promise.all(
        [...portals, ...portals].map((portal) => portal.call('GET /sandbox/notas/v1/customers', { key })),
      );
      for (const { status, body } of lists) {
        assert.equal(status, 200);
        assert.deepEqual(body, lists[0]?.body);
      }
      const { body } = await first.call('GET /platform/v1/workspace', { key });
      const { count } = await database.db
        .selectFrom('record')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('workspace_id', '=', body.id)
        .executeTakeFirstOrThrow();
      assert.equal(Number(count), seed.length);
    }
  });
});
