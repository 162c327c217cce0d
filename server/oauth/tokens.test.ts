import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, signUp } from '../testing/browser.ts';
import { basic, oauthCalls, startListeningPortal } from '../testing/oauth-calls.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';

const minute = 60_000;

describeOnDatabases('OAuth 2.0: what a token gives access to, and for how long', (open) => {
  let portal: TestPortal;
  let key: string;
  let origin: string;
  // `ahead` is how far the portal's clock is ahead of this process.
  let ahead = 0;

  before(async () => {
    ({ portal, origin } = await startListeningPortal(open, () => new Date(Date.now() + ahead)));
    key = await portal.guest();
  });
  after(() => portal.close());

  const { platform, newClient, send, tokenOf, get } = oauthCalls(() => ({ portal, origin, key }));

  test('a token does what its scopes allow, at its audience, and errors name the missing scope (RFC 6750)', async () => {
    const client = await newClient(['crm:read', 'crm:write', 'platform:read']);
    const reading = await tokenOf(client, { scope: 'crm:read' });
    assert.equal((await get('/sandbox/crm/v2/usuarios', reading)).status, 200);
    const lacking = await get('/platform/v1/workspace', reading);
    assert.deepEqual([lacking.status, lacking.body.code], [403, 'insufficient_scope']);
    assert.match(
      lacking.challenge,
      /^Bearer realm="Plataforma", error="insufficient_scope", scope="platform:workspace:read"$/,
    );
    const other = await tokenOf(client, { resource: `${origin}/platform/v1` });
    assert.equal((await get('/platform/v1/workspace', other)).status, 200);
    const elsewhere = await get('/sandbox/crm/v2/usuarios', other);
    assert.deepEqual([elsewhere.status, elsewhere.body.code], [401, 'invalid_token']);
    assert.match(elsewhere.challenge, /error="invalid_token"/);
    const changed = `${reading.slice(0, -4)}AAAA`;
    assert.equal((await get('/sandbox/crm/v2/usuarios', changed)).body.code, 'invalid_token');
  });

  test('the scope of an API includes those of its resources: a token may have one of them alone', async () => {
    const client = await newClient(['crm:read', 'crm:usuarios:write']);
    const users = await tokenOf(client, { scope: 'crm:usuarios:read' });
    assert.equal((await get('/sandbox/crm/v2/usuarios', users)).status, 200);
    const refused = await get('/sandbox/crm/v2/anexos', users);
    assert.deepEqual([refused.status, refused.body.code], [403, 'insufficient_scope']);
    assert.match(refused.challenge, /scope="crm:anexos:read"$/);
    assert.equal((await get('/sandbox/crm/v2/anexos', await tokenOf(client, { scope: 'crm:read' }))).status, 200);
    const wide = await send('/oauth/token', { grant_type: 'client_credentials', scope: 'crm:write' }, basic(client));
    assert.deepEqual([wide.status, wide.body.error], [400, 'invalid_scope']);
  });

  test('a production token is refused by sandboxes, with a message that says so', async () => {
    const client = await newClient(['crm:read', 'platform:read'], { environment: 'live' });
    const token = await tokenOf(client);
    const refused = await get('/sandbox/crm/v2/usuarios', token);
    assert.deepEqual([refused.status, refused.body.code], [401, 'live_token']);
    assert.equal((await get('/platform/v1/workspace', token)).status, 200);
  });

  test('a token ends after 15 minutes, and when its client is deleted or loses a scope', async () => {
    const client = await newClient(['crm:read', 'platform:read']);
    const token = await tokenOf(client);
    assert.equal((await get('/sandbox/crm/v2/usuarios', token)).status, 200);
    await platform(`PATCH /oauth_clients/${client.id}`, { scopes: ['platform:read'] });
    assert.equal((await get('/sandbox/crm/v2/usuarios', token)).status, 403);
    ahead = 15 * minute;
    assert.equal((await get('/platform/v1/workspace', token)).body.code, 'expired_token');
    ahead = 0;
    assert.equal((await get('/platform/v1/workspace', token)).status, 200);
    assert.equal((await platform(`DELETE /oauth_clients/${client.id}`)).status, 204);
    assert.equal((await get('/platform/v1/workspace', token)).status, 401);
  });

  test('introspection hides a token from other workspaces, but not from the gateways of an account; only its own client revokes it', async () => {
    const client = await newClient(['crm:read']);
    const sibling = await newClient(['crm:read']);
    const token = await tokenOf(client);
    const mine = key;
    key = await portal.guest();
    const guests = await newClient(['api_keys:verify']);
    key = await portal.guest();
    const [stranger, gateway] = [await newClient(['crm:read']), await newClient(['api_keys:verify'])];
    // A guest who signs up keeps the workspace, and its clients become an account's.
    await signUp(portal, newPerson(), key);
    key = mine;
    const hidden = await send('/oauth/introspect', { token }, basic(guests));
    assert.deepEqual(hidden.body, (await send('/oauth/introspect', { token: 'nothing' }, basic(guests))).body);
    assert.deepEqual((await send('/oauth/introspect', { token }, basic(stranger))).body, { active: false });
    assert.equal((await send('/oauth/introspect', { token }, basic(gateway))).body.client_id, client.id);
    for (const other of [guests, stranger, gateway]) {
      const unknown = await send('/oauth/revoke', { token: 'nothing' }, basic(other));
      const known = await send('/oauth/revoke', { token }, basic(other));
      assert.deepEqual([known.status, known.body], [unknown.status, unknown.body]);
    }
    assert.equal((await send('/oauth/revoke', { token }, basic(sibling))).body.error, 'unauthorized_client');
    assert.equal((await send('/oauth/revoke', { token: 'nothing' }, basic(client))).status, 200);
    assert.equal((await get('/sandbox/crm/v2/usuarios', token)).status, 200);
  });
});
