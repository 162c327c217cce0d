import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { codes, customer, customers } from '../testing/notas.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';
import { insertRow } from './record-table.ts';
import { findStorage } from './storage-quota.ts';

describeOnDatabases('a workspace at its quota', (open) => {
  const DATA_DIR = temporaryFolder();
  let database: TestDatabase;
  before(async () => {
    database = await open();
  });
  after(() => database.close());

  /** A portal with these settings, a guest, and what its seed data takes. */
  async function start(env: (seeded: { records: number; bytes: number }) => Record<string, string>) {
    const seeded = await seed(await startTestPortal({ open: async () => database, env: { DATA_DIR } }));
    const portal = await startTestPortal({ open: async () => database, env: { DATA_DIR, ...env(seeded.storage) } });
    return { portal, ...(await seed(portal)) };
  }

  async function seed(portal: TestPortal) {
    const { body } = await portal.call('POST /platform/v1/guest_workspaces');
    const key: string = body.api_key.secret;
    await portal.call(`GET ${customers}`, { key });
    return { key, workspaceId: body.workspace.id, storage: await findStorage(database.db, body.workspace.id) };
  }

  test('refuses one record more, and says how many it may have and what frees some', async () => {
    const { portal, key } = await start(({ records }) => ({ GUEST_RECORDS: String(records + 3) }));
    for (let index = 0; index < 3; index++)
      assert.equal((await portal.call(`POST ${customers}`, { key, body: customer })).status, 201);
    const refused = await portal.call(`POST ${customers}`, { key, body: customer });
    assert.deepEqual([refused.status, codes(refused)], [403, ['quota_exceeded']], JSON.stringify(refused.body));
    assert.match(JSON.stringify(refused.body), /registros.*já guarda.*restaure/);

    const list = await portal.call(`GET ${customers}`, { key });
    const { id } = list.body[0];
    assert.ok((await portal.call(`DELETE ${customers}/${id}`, { key })).status < 300);
    assert.equal((await portal.call(`POST ${customers}`, { key, body: customer })).status, 201);

    await portal.call('POST /platform/v1/workspace/reset', { key, body: {} });
    assert.equal((await portal.call(`POST ${customers}`, { key, body: customer })).status, 201);
  });

  test('refuses bytes beyond it in new and in changed records, and lets records shrink', async () => {
    const { portal, key, workspaceId } = await start(() => ({ GUEST_STORAGE_MIB: '1' }));
    const place = { workspaceId, api: 'notas', store: 'companies', parent: '' };
    const { bytes } = await findStorage(database.db, workspaceId);
    await insertRow(database.db, place, 'com_large', { body: { text: 'n'.repeat(2 ** 20 - bytes - 380) } });
    // Room for one customer, and nearly none after it.
    const { body: made } = await portal.call(`POST ${customers}`, { key, body: customer });
    const change = (name: string) => portal.call(`PATCH ${customers}/${made.id}`, { key, body: { name } });
    for (const refused of [
      await portal.call(`POST ${customers}`, { key, body: customer }),
      await change('n'.repeat(110)),
    ])
      assert.deepEqual([refused.status, codes(refused)], [403, ['quota_exceeded']], JSON.stringify(refused.body));
    assert.equal((await change('Eva')).status, 200);
  });

  test('has exceeded it at most by what was written at the same moment', async () => {
    const { portal, key, workspaceId, storage } = await start(({ records }) => ({
      GUEST_RECORDS: String(records + 60),
    }));
    const answers = await Promise.all(
      Array.from({ length: 150 }, async (_, index) => {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, index));
        return portal.call(`POST ${customers}`, { key, body: customer });
      }),
    );
    const created = answers.filter(({ status }) => status === 201).length;
    assert.ok(created >= 60 && created < 150, String(created));
    assert.equal((await findStorage(database.db, workspaceId)).records, storage.records + created);
  });

  test('is still seeded where its quota is too small for that', async () => {
    const { storage } = await start(() => ({ GUEST_RECORDS: '0', GUEST_STORAGE_MIB: '0' }));
    assert.ok(storage.records > 0 && storage.bytes > 0);
  });

  test('is told its bytes as they are stored, after creating, changing, removing and resetting', async () => {
    const { portal, key, workspaceId } = await start(() => ({}));
    const verify = async () => {
      const rows = await database.db
        .selectFrom('record')
        .select('body')
        .where('workspace_id', '=', workspaceId)
        .execute();
      const bytes = rows.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
      assert.deepEqual(await findStorage(database.db, workspaceId), { records: rows.length, bytes });
    };
    await verify();
    const { body: made } = await portal.call(`POST ${customers}`, { key, body: { ...customer, name: 'Ação 🌞' } });
    await verify();
    await portal.call(`PATCH ${customers}/${made.id}`, { key, body: { name: 'Só João' } });
    await verify();
    await portal.call(`DELETE ${customers}/${made.id}`, { key });
    await verify();
    await portal.call('POST /platform/v1/workspace/reset', { key, body: {} });
    await verify();
  });
});
