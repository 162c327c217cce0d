import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keyCalls } from '../../testing/key-calls.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

const platform = '/platform/v1';

describeOnDatabases('Creating API keys', (open) => {
  let portal: TestPortal;
  let guest: string;
  const now = () => new Date('2026-11-20T12:00:00Z');

  before(async () => {
    portal = await startTestPortal({ open, now });
    guest = await portal.guest();
  });
  after(() => portal.close());

  const { call, newKey, statusOf, assertDeclared } = keyCalls(() => ({ portal, guest }));

  test('a key has a name, scopes, an expiry, addresses and a limit; its secret is shown once', async () => {
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

  test('refusals say what is wrong with each field', async () => {
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

  test('a key has at most the scopes of its creator, whether created, changed or rotated', async () => {
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

  test('the scope of an API grants those of its resources, and not the other way round', async () => {
    const maker = (await newKey({ scopes: ['api_keys:write', 'notas:read'] })).secret;
    const { secret } = await newKey({ scopes: ['api_keys:write', 'notas:customers:read'] }, maker);
    const list = (path: string) => portal.call(`GET /sandbox/notas/v1${path}`, { key: secret });
    assert.equal((await list('/customers')).status, 200);
    const refused = await list('/charges');
    assert.deepEqual([refused.status, refused.body.errors[0].code], [403, 'insufficient_scope']);
    assert.match(refused.body.errors[0].internalMessage, /notas:charges:read/);
    for (const scope of ['notas:read', 'notas:charges:read', 'notas:customers:write'])
      assert.equal((await call('POST /api_keys', { name: 'x', scopes: [scope] }, secret)).status, 403, scope);
  });

  test('keys are listed in pages, newest first, without repetition', async () => {
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
});
