import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keyCalls } from '../../testing/key-calls.ts';
import { customers } from '../../testing/notas.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { temporaryFolder } from '../../testing/test-specs.ts';

const env = { KEY_PEPPERS: `1:${Buffer.alloc(32, 7).toString('base64')}` };

describeOnDatabases('Changing and revoking API keys', (open) => {
  let database: TestDatabase;
  let portal: TestPortal;
  let guest: string;
  let clock = Date.parse('2026-11-20T12:00:00Z');
  const now = () => new Date(clock);

  before(async () => {
    database = await open();
    portal = await startTestPortal({ open: async () => database, now, env });
    guest = await portal.guest();
  });
  after(() => portal.close());

  const { call, newKey, statusOf, assertDeclared } = keyCalls(() => ({ portal, guest }));

  test('a change applies from the next call on', async () => {
    const { id, secret } = await newKey();
    assert.equal(await statusOf(secret), 200);
    const changed = await call(`PATCH /api_keys/${id}`, { allowed_addresses: ['203.0.113.7'], name: 'Outra' });
    assertDeclared('updateApiKey', changed);
    assert.deepEqual([changed.body.name, changed.body.scopes], ['Outra', ['notas:read']]);
    assert.equal(await statusOf(secret), 403);
    await call(`PATCH /api_keys/${id}`, { allowed_addresses: [] });
    assert.equal(await statusOf(secret), 200);
    await call(`PATCH /api_keys/${id}`, { scopes: ['gestor:read'] });
    assert.equal(await statusOf(secret), 403);
    const future = new Date(clock + 1000).toISOString();
    assert.equal((await call(`PATCH /api_keys/${id}`, { expires_at: future })).body.expires_at, future);
    assert.equal((await call(`PATCH /api_keys/${id}`, { expires_at: null })).body.expires_at, null);
  });

  test('a revoked key is refused at once, and within a second by another process', async () => {
    const { id, secret } = await newKey();
    const db = await database.reopen();
    const other = await startTestPortal({
      open: async () => ({ ...database, db, close: async () => {} }),
      now,
      env: { ...env, DATA_DIR: temporaryFolder() },
    });
    const there = async () => (await other.call(`GET ${customers}`, { key: secret })).status;
    assert.deepEqual([await statusOf(secret), await there()], [200, 200]);
    assert.equal((await call(`DELETE /api_keys/${id}`)).status, 204);
    assert.equal(await statusOf(secret), 401);
    // Without an announcement, which this process would not hear on SQLite.
    clock += 1000;
    assert.equal(await there(), 401);
    await other.close();
    const { body } = await call(`GET /api_keys/${id}`);
    assert.deepEqual([body.status, typeof body.revoked_at], ['revoked', 'string']);
    assert.equal((await call(`DELETE /api_keys/${id}`)).status, 204, 'revoking it again also succeeds');
    for (const [request, sent] of [
      [`PATCH /api_keys/${id}`, { name: 'x' }],
      [`POST /api_keys/${id}/rotations`, {}],
    ] as const) {
      const answer = await call(request, sent);
      assert.deepEqual([answer.status, answer.body.code], [409, 'invalid_state']);
    }
  });

  test('a rotated key overlaps with the new one, or ends at once', async () => {
    for (const overlap_seconds of [0, 3600, 24 * 3600, 7 * 24 * 3600]) {
      const fresh = await newKey({ requests_per_minute: 50, allowed_addresses: ['127.0.0.1'] });
      const answer = await call(`POST /api_keys/${fresh.id}/rotations`, { overlap_seconds });
      assertDeclared('rotateApiKey', answer);
      const { secret, replaces, scopes, requests_per_minute, allowed_addresses } = answer.body;
      assert.deepEqual(
        [replaces, scopes, requests_per_minute, allowed_addresses],
        [fresh.id, ['notas:read'], 50, ['127.0.0.1']],
      );
      assert.equal(await statusOf(secret), 200);
      assert.equal(await statusOf(fresh.secret), overlap_seconds === 0 ? 401 : 200);
      const { body } = await call(`GET /api_keys/${fresh.id}`);
      const end = new Date(clock + overlap_seconds * 1000).toISOString();
      assert.equal(overlap_seconds === 0 ? body.revoked_at : body.expires_at, end);
    }
    const soon = await newKey({ expires_at: new Date(clock + 1000).toISOString() });
    await call(`POST /api_keys/${soon.id}/rotations`, { overlap_seconds: 3600 });
    assert.equal(
      (await call(`GET /api_keys/${soon.id}`)).body.expires_at,
      soon.expires_at,
      'an overlap extends no expiry',
    );
  });
});
