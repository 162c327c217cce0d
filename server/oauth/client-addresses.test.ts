import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { basic, oauthCalls, startListeningPortal } from '../testing/oauth-calls.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';

describeOnDatabases('OAuth 2.0: the addresses of a client', (open) => {
  let portal: TestPortal;
  let key: string;
  let origin: string;

  before(async () => {
    ({ portal, origin } = await startListeningPortal(open));
    key = await portal.guest();
  });
  after(() => portal.close());

  const { platform, newClient, send, tokenOf, get } = oauthCalls(() => ({ portal, origin, key }));
  const grant = { grant_type: 'client_credentials' };
  const [here, elsewhere] = ['127.0.0.0/8', '203.0.113.10'];
  const workspace = '/platform/v1/workspace';

  test('a client gets tokens only from its addresses, and the error says from where it came', async () => {
    const client = await newClient(['platform:read'], { allowed_addresses: [elsewhere, '2001:db8::/32'] });
    for (const path of ['/oauth/token', '/oauth/introspect', '/oauth/revoke']) {
      const { status, body } = await send(path, { ...grant, token: 'x' }, basic(client));
      assert.deepEqual([status, body.error], [400, 'unauthorized_client'], path);
      assert.match(body.error_description, /127\.0\.0\.1/);
    }
    const wrong = await send('/oauth/token', grant, basic({ ...client, secret: 'cs_wrong' }));
    assert.deepEqual([wrong.status, wrong.body.error], [401, 'invalid_client'], 'no word about addresses');
  });

  test('a token works only from the addresses that its client has now', async () => {
    const client = await newClient(['platform:read'], { allowed_addresses: [here] });
    const token = await tokenOf(client);
    assert.equal((await get(workspace, token)).status, 200);
    const known = await send('/oauth/introspect', { token }, basic(client));
    assert.deepEqual(known.body.allowed_addresses, [here]);
    const changed = await platform(`PATCH /oauth_clients/${client.id}`, { allowed_addresses: [elsewhere] });
    assert.deepEqual([changed.status, changed.body.allowed_addresses], [200, [elsewhere]]);
    const refused = await get(workspace, token);
    assert.deepEqual([refused.status, refused.body.code], [403, 'address_not_allowed']);
    await platform(`PATCH /oauth_clients/${client.id}`, { allowed_addresses: [] });
    assert.equal((await get(workspace, token)).status, 200);
  });

  test('an address that is none is refused, and so is one beyond those of the key that creates the client', async () => {
    const fields = { name: 'ERP', scopes: ['platform:read'] };
    const invalid = await platform('POST /oauth_clients', { ...fields, allowed_addresses: [here, '300.1.1.1'] });
    assert.deepEqual([invalid.status, invalid.body.errors[0].pointer], [422, '#/allowed_addresses/1']);
    const bound = await platform('POST /api_keys', {
      name: 'bound',
      scopes: ['platform:read', 'oauth_clients:write'],
      allowed_addresses: [here],
    });
    const create = (allowed_addresses: string[]) =>
      portal.call('POST /platform/v1/oauth_clients', {
        key: bound.body.secret,
        body: { ...fields, allowed_addresses },
      });
    const made = await create(['127.0.0.1']);
    assert.deepEqual([made.status, made.body.allowed_addresses], [201, ['127.0.0.1']]);
    for (const wider of [[], [elsewhere], ['0.0.0.0/0']]) {
      const { status, body } = await create(wider);
      assert.deepEqual([status, body.code], [403, 'insufficient_scope'], String(wider));
    }
  });
});
