import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../../testing/test-portal.ts';
import { temporaryFolder } from '../../testing/test-specs.ts';

const platform = '/platform/v1';
const customers = '/sandbox/notas/v1/customers';
const day = 24 * 60 * 60_000;
const env = { KEY_PEPPERS: `1:${Buffer.alloc(32, 7).toString('base64')}` };

describeOnDatabases('API keys', (open) => {
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

  const call = (request: string, body?: unknown, key = guest) =>
    portal.call(request.replace(' ', ` ${platform}`), { key, body });
  const newKey = async (fields: object = {}, maker = guest): Promise<TestAnswer['body']> => {
    const { status, body } = await call('POST /api_keys', { name: 'Loja', scopes: ['notas:read'], ...fields }, maker);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const statusOf = async (secret: string) => (await portal.call(`GET ${customers}`, { key: secret })).status;
  const assertDeclared = (id: string, { status, body }: TestAnswer) => {
    const api = portal.context.apis.get('platform');
    const operation = api?.operations.find((candidate) => candidate.id === id);
    const content = Object.values(operation?.responses[String(status)]?.content ?? {})[0];
    assert.ok(api && content?.schema, `${id} declares no body for ${status}`);
    assert.deepEqual(api.validator.response(content.schema, body), [], JSON.stringify(body));
  };

  test('are made with a name, scopes, an expiry, addresses and a limit; the secret is shown once', async () => {
    const sent = {
      name: 'Loja virtual',
      scopes: ['notas:read', 'notas:write'],
      expires_at: '2027-11-20T00:00:00Z',
      allowed_addresses: ['127.0.0.1', '2001:db8::/32'],
      requests_per_minute: 300,
    };
    const answer = await call('POST /api_keys', sent);
    assertDeclared('createApiKey', answer);
    const { secret, ...key } = answer.body;
    assert.match(secret, /^sk_test_[0-9A-Za-z]{56}$/);
    assert.deepEqual([key.last_four, key.expires_at], [secret.slice(-4), '2027-11-20T00:00:00.000Z']);
    assert.equal(answer.headers.location, `${platform}/api_keys/${key.id}`);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.equal(await statusOf(secret), 200);
    const read = await call(`GET /api_keys/${key.id}`);
    assertDeclared('getApiKey', read);
    assert.equal(read.body.secret, undefined);
    assert.ok(!JSON.stringify((await call('GET /api_keys')).body).includes(secret.slice(8, -4)));
  });

  test('are refused with what is wrong in each field', async () => {
    const wrong: [object, string, string][] = [
      [{ scopes: ['notas:read', 'nothing:read'] }, '#/scopes/1', 'not_allowed_value'],
      [{ scopes: [] }, '#/scopes', 'invalid_length'],
      [{ allowed_addresses: ['127.0.0.1', '10.0.0.0/33'] }, '#/allowed_addresses/1', 'invalid_format'],
      [{ allowed_addresses: ['example.com'] }, '#/allowed_addresses/0', 'invalid_format'],
      [{ expires_at: now().toISOString() }, '#/expires_at', 'out_of_range'],
      [{ requests_per_minute: 0 }, '#/requests_per_minute', 'out_of_range'],
      [{ name: '' }, '#/name', 'invalid_length'],
      [{ role: 'administrator' }, '#/role', 'unknown_field'],
    ];
    for (const [fields, pointer, code] of wrong) {
      const answer = await call('POST /api_keys', { name: 'Loja', scopes: ['notas:read'], ...fields });
      assert.equal(answer.status, 422, JSON.stringify(fields));
      assert.deepEqual([answer.body.errors[0].pointer, answer.body.errors[0].code], [pointer, code]);
      assertDeclared('createApiKey', answer);
    }
  });

  test('grant no more than their maker has, neither when made, nor changed, nor rotated', async () => {
    const maker = (await newKey({ scopes: ['api_keys:read', 'api_keys:write', 'notas:read'] })).secret;
    const { id } = await newKey({}, maker);
    const wide = await newKey({ scopes: ['*:read', '*:write'] });
    const wider: [string, unknown][] = [
      ['POST /api_keys', { name: 'x', scopes: ['notas:write'] }],
      ['POST /api_keys', { name: 'x', scopes: ['*:read'] }],
      ['POST /oauth_clients', { name: 'x', scopes: ['notas:write'] }],
      [`PATCH /api_keys/${id}`, { scopes: ['notas:read', 'gestor:read'] }],
      [`POST /api_keys/${wide.id}/rotations`, {}],
    ];
    for (const [request, body] of wider) {
      const answer = await call(request, body, maker);
      assert.deepEqual([answer.status, answer.body.code], [403, 'insufficient_scope'], request);
    }
    assert.equal((await call(`POST /api_keys/${id}/rotations`, {}, maker)).status, 201);
  });

  test('come in pages, the newest first, and none twice', async () => {
    const fresh = await portal.guest();
    const made: string[] = [];
    for (let count = 0; count < 5; count++) made.unshift((await newKey({}, fresh)).id);
    const ids: string[] = [];
    let cursor = '';
    do {
      const answer = await call(`GET /api_keys?limit=2${cursor && `&cursor=${cursor}`}`, undefined, fresh);
      assertDeclared('listApiKeys', answer);
      ids.push(...answer.body.data.map((key: { id: string }) => key.id));
      cursor = answer.body.next_cursor;
    } while (cursor);
    assert.equal(ids.length, 6);
    assert.equal(new Set(ids).size, 6);
    assert.deepEqual([...ids].filter((id) => made.includes(id)).sort(), [...made].sort());
    assert.equal((await call('GET /api_keys?cursor=broken')).status, 422);
  });

  test('hold what was changed from the next call on', async () => {
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

  test('are refused at once when revoked, and within five seconds by another process', async () => {
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
    clock += 5000;
    assert.equal(await there(), 401);
    await other.close();
    const { body } = await call(`GET /api_keys/${id}`);
    assert.deepEqual([body.status, typeof body.revoked_at], ['revoked', 'string']);
    assert.equal((await call(`DELETE /api_keys/${id}`)).status, 204, 'again is as well');
    for (const [request, sent] of [
      [`PATCH /api_keys/${id}`, { name: 'x' }],
      [`POST /api_keys/${id}/rotations`, {}],
    ] as const) {
      const answer = await call(request, sent);
      assert.deepEqual([answer.status, answer.body.code], [409, 'invalid_state']);
    }
  });

  test('are rotated with an overlap, in which both hold, or at once', async () => {
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
      'an overlap lengthens nothing',
    );
  });

  test('count their calls day by day, and know the last one', async () => {
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

  test('keep to addresses of their list, and what a caller writes into X-Forwarded-For counts for nothing', async () => {
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
    // The proxy adds the address that it sees behind whatever the caller has sent.
    assert.equal(await through('203.0.113.9, 198.51.100.1'), 403);
    await behind.close();
  });

  test('for production are made here, verified here, and refused by every sandbox', async () => {
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
    assert.equal((await call('GET /workspace', undefined, live.secret)).status, 200, 'the portal itself is no sandbox');
  });

  test('leave a trail of who did what, without a secret', async () => {
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

  test('of a workspace whose time is over open nothing, even before it is cleaned away', async () => {
    const fresh = await portal.guest();
    const { secret } = await newKey({}, fresh);
    clock += day;
    assert.equal(await statusOf(secret), 401);
    clock -= day;
  });
});
