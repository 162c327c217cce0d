import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keyCalls } from '../../testing/key-calls.ts';
import { customers } from '../../testing/notas.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { temporaryFolder } from '../../testing/test-specs.ts';

const day = 24 * 60 * 60_000;
const env = { KEY_PEPPERS: `1:${Buffer.alloc(32, 7).toString('base64')}` };

describeOnDatabases('Using API keys', (open) => {
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

  test('calls are counted per day, with the time of the last one', async () => {
    const { id, secret } = await newKey();
    for (let calls = 0; calls < 3; calls++) await statusOf(secret);
    const usage = await call(`GET /api_keys/${id}/usage`);
    assertDeclared('getApiKeyUsage', usage);
    assert.equal(usage.body.data.length, 30);
    assert.deepEqual(usage.body.data.at(-1), { date: now().toISOString().slice(0, 10), calls: 3 });
    assert.deepEqual(usage.body.last_used, { at: now().toISOString(), address: '127.0.0.1', api: 'notas' });
    const { body } = await call(`GET /api_keys/${id}`);
    assert.deepEqual([body.daily_calls.at(-1), body.last_used.api], [3, 'notas']);
  });

  test("a key is limited to its addresses, and a caller's own X-Forwarded-For is ignored", async () => {
    const { secret } = await newKey({ allowed_addresses: ['203.0.113.0/24', '2001:db8:40::/48'] });
    const from = async (remoteAddress: string, headers = {}) => {
      const authorization = `Basic ${btoa(`${secret}:x`)}`;
      const request = { method: 'GET', url: customers, remoteAddress, headers: { authorization, ...headers } } as const;
      const { statusCode, body } = await portal.app.inject(request);
      return statusCode === 200 ? 200 : JSON.parse(body).errors[0].code;
    };
    for (const address of ['203.0.113.9', '::ffff:203.0.113.9', '2001:db8:40:1::5'])
      assert.equal(await from(address), 200);
    for (const address of ['203.0.114.9', '::1', '2001:db8:41::5'])
      assert.equal(await from(address), 'address_not_allowed', address);
    assert.equal(await from('198.51.100.1', { 'x-forwarded-for': '203.0.113.9' }), 'address_not_allowed');

    const db = await database.reopen();
    const behind = await startTestPortal({
      open: async () => ({ ...database, db, close: async () => {} }),
      now,
      env: { ...env, DATA_DIR: temporaryFolder(), TRUST_PROXY: 'true' },
    });
    const through = async (forwarded: string) => {
      const headers = { authorization: `Basic ${btoa(`${secret}:x`)}`, 'x-forwarded-for': forwarded };
      return (await behind.app.inject({ method: 'GET', url: customers, remoteAddress: '10.0.0.1', headers }))
        .statusCode;
    };
    assert.equal(await through('203.0.113.9'), 200);
    // The proxy appends the address that it sees to the caller's header.
    assert.equal(await through('203.0.113.9, 198.51.100.1'), 403);
    await behind.close();
  });

  test('production keys are created and verified here, and refused by every sandbox', async () => {
    const live = await newKey({ environment: 'live', scopes: ['notas:read', 'platform:read'] });
    assert.equal(live.prefix, 'sk_live_');
    for (const { slug, basePath, operations } of portal.context.apis.values()) {
      if (slug === 'platform') continue;
      const path = operations.find(({ method, path }) => method === 'get' && !path.includes('{'))?.path;
      const answer = await portal.app.inject({
        method: 'GET',
        url: basePath + path,
        headers: {
          authorization: slug === 'notas' ? `Basic ${btoa(`${live.secret}:x`)}` : `Bearer ${live.secret}`,
          apikey: live.secret,
          'x-chave-biblioteca': live.secret,
        },
      });
      assert.ok([401, 403].includes(answer.statusCode), `${slug} ${answer.statusCode}`);
      assert.match(answer.body, /live|produção/i, slug);
    }
    assert.equal(
      (await call('GET /workspace', undefined, live.secret)).status,
      200,
      "the portal's own API is no sandbox",
    );
  });

  test('the audit trail says who did what, without secrets', async () => {
    const fresh = await portal.guest();
    const { id, secret } = await newKey({}, fresh);
    await call(`PATCH /api_keys/${id}`, { name: 'Outra' }, fresh);
    const rotated = (await call(`POST /api_keys/${id}/rotations`, { overlap_seconds: 60 }, fresh)).body;
    await call(`DELETE /api_keys/${id}`, undefined, fresh);
    const answer = await call(`GET /audit_events?limit=3`, undefined, fresh);
    assertDeclared('listAuditEvents', answer);
    const rest = await call(`GET /audit_events?limit=3&cursor=${answer.body.next_cursor}`, undefined, fresh);
    const all = [...answer.body.data, ...rest.body.data];
    assert.deepEqual(
      all.map(({ action }) => action),
      ['api_key.revoked', 'api_key.rotated', 'api_key.updated', 'api_key.created'],
    );
    assert.ok(all.every(({ actor, request_id }) => actor.type === 'api_key' && request_id.startsWith('req_')));
    for (const text of [secret, rotated.secret]) assert.ok(!JSON.stringify(all).includes(text.slice(8)));
  });

  test('keys of an expired workspace are refused, even before it is removed', async () => {
    const fresh = await portal.guest();
    const { secret } = await newKey({}, fresh);
    clock += day;
    assert.equal(await statusOf(secret), 401);
    clock -= day;
  });
});
