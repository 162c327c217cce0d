import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { freePort } from '../testing/free-port.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const insecure = { [oauth.allowInsecureRequests]: true };
const minute = 60_000;

describeOnDatabases('OAuth 2.0', (open) => {
  let portal: TestPortal;
  let key: string;
  let origin: string;
  // Clients compare times with their own clock: what is moved is how far the portal is ahead of it.
  let ahead = 0;

  before(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    portal = await startTestPortal({
      open,
      now: () => new Date(Date.now() + ahead),
      env: { PUBLIC_URL: origin, SPECS_PATH: 'specs:e2e/specs' },
    });
    await portal.app.listen({ port, host: '127.0.0.1' });
    key = await portal.guest();
  });
  after(() => portal.close());

  const platform = (request: string, body?: unknown) =>
    portal.call(request.replace(' ', ' /platform/v1'), { key, body });
  const newClient = async (scopes: string[], fields: object = {}) => {
    const { status, body } = await platform('POST /oauth_clients', { name: 'ERP', scopes, ...fields });
    assert.equal(status, 201, JSON.stringify(body));
    return body as { id: string; secret: string };
  };
  const send = async (path: string, form: string | Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(origin + path, { method: 'POST', headers, body: new URLSearchParams(form) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  };
  const basic = ({ id, secret }: { id: string; secret: string }) => ({
    authorization: `Basic ${btoa(`${id}:${secret}`)}`,
  });
  const tokenOf = async (
    client: { id: string; secret: string },
    more: Record<string, string> = {},
  ): Promise<string> => {
    const { status, body } = await send('/oauth/token', { grant_type: 'client_credentials', ...more }, basic(client));
    assert.equal(status, 200, JSON.stringify(body));
    return body.access_token;
  };
  const get = async (path: string, token: string) => {
    const response = await fetch(origin + path, { headers: { authorization: `Bearer ${token}` } });
    return {
      status: response.status,
      challenge: response.headers.get('www-authenticate') ?? '',
      body: (await response.json()) as { code: string },
    };
  };

  test('oauth4webapi discovers the server, gets a token by both ways, and validates it as RFC 9068 wants', async () => {
    const issuer = new URL(origin);
    const discovered = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure });
    const server = await oauth.processDiscoveryResponse(issuer, discovered);
    const made = await newClient(['platform:read']);
    const client: oauth.Client = { client_id: made.id };
    for (const authentication of [oauth.ClientSecretBasic(made.secret), oauth.ClientSecretPost(made.secret)]) {
      const parameters = new URLSearchParams({ scope: 'platform:read', resource: `${origin}/platform/v1` });
      const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, parameters, insecure);
      const token = await oauth.processClientCredentialsResponse(server, client, response);
      assert.deepEqual([token.token_type, token.scope, token.expires_in], ['bearer', 'platform:read', 900]);
      const headers = { authorization: `Bearer ${token.access_token}` };
      const claims = await oauth.validateJwtAccessToken(
        server,
        new Request(`${origin}/platform/v1/workspace`, { headers }),
        `${origin}/platform/v1`,
        insecure,
      );
      assert.deepEqual([claims.iss, claims.sub, claims.client_id], [origin, made.id, made.id]);
      assert.equal(decodeProtectedHeader(token.access_token).typ, 'at+jwt');
      assert.equal((await get('/platform/v1/workspace', token.access_token)).status, 200);

      const asked = await oauth.introspectionRequest(server, client, authentication, token.access_token, insecure);
      const known = await oauth.processIntrospectionResponse(server, client, asked);
      assert.deepEqual([known.active, known.client_id, known.scope], [true, made.id, 'platform:read']);
      const given = await oauth.revocationRequest(server, client, authentication, token.access_token, insecure);
      await oauth.processRevocationResponse(given);
      assert.equal((await get('/platform/v1/workspace', token.access_token)).status, 401, 'revoked at once');
      const after = await oauth.introspectionRequest(server, client, authentication, token.access_token, insecure);
      assert.equal((await oauth.processIntrospectionResponse(server, client, after)).active, false);
    }
  });

  test('openid-client does the same', async () => {
    const made = await newClient(['crm:read']);
    const options = { algorithm: 'oauth2', execute: [openid.allowInsecureRequests] } as const;
    const config = await openid.discovery(new URL(origin), made.id, made.secret, undefined, {
      ...options,
      execute: [...options.execute],
    });
    const { access_token } = await openid.clientCredentialsGrant(config, { scope: 'crm:read' });
    assert.equal((await get('/sandbox/crm/v2/usuarios', access_token)).status, 200);
    assert.equal((await openid.tokenIntrospection(config, access_token)).active, true);
    await openid.tokenRevocation(config, access_token);
    assert.equal((await openid.tokenIntrospection(config, access_token)).active, false);
    assert.equal((await get('/sandbox/crm/v2/usuarios', access_token)).status, 401);
  });

  test('a request that is wrong is refused as RFC 6749 has it', async () => {
    const client = await newClient(['notas:read']);
    const grant = { grant_type: 'client_credentials' };
    const wrong: [Record<string, string> | string, Record<string, string>, number, string][] = [
      [grant, {}, 401, 'invalid_client'],
      [grant, basic({ ...client, secret: 'cs_wrong' }), 401, 'invalid_client'],
      [grant, basic({ ...client, id: 'cli_unknown' }), 401, 'invalid_client'],
      [{ ...grant, client_id: client.id, client_secret: client.secret }, basic(client), 400, 'invalid_request'],
      [{}, basic(client), 400, 'invalid_request'],
      [{ grant_type: 'password' }, basic(client), 400, 'unsupported_grant_type'],
      [{ ...grant, scope: 'notas:write' }, basic(client), 400, 'invalid_scope'],
      [{ ...grant, scope: 'nothing:read' }, basic(client), 400, 'invalid_scope'],
      [{ ...grant, resource: 'https://elsewhere.example' }, basic(client), 400, 'invalid_target'],
      ['grant_type=client_credentials&grant_type=client_credentials', basic(client), 400, 'invalid_request'],
    ];
    for (const [form, headers, status, error] of wrong) {
      const answer = await send('/oauth/token', form, headers);
      assert.deepEqual([answer.status, answer.body.error], [status, error], JSON.stringify(form));
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      if (status === 401) assert.match(answer.headers.get('www-authenticate') ?? '', /^Basic /);
    }
    const json = await fetch(`${origin}/oauth/token`, {
      method: 'POST',
      headers: { ...basic(client), 'content-type': 'application/json' },
      body: '{}',
    });
    assert.equal(json.status, 400);
    assert.equal((await fetch(`${origin}/oauth/token`)).status, 405);
  });

  test('a token does what its scopes allow, where it is meant for, and is told what it lacks (RFC 6750)', async () => {
    const client = await newClient(['crm:read', 'crm:write', 'platform:read']);
    const reading = await tokenOf(client, { scope: 'crm:read' });
    assert.equal((await get('/sandbox/crm/v2/usuarios', reading)).status, 200);
    const lacking = await get('/platform/v1/workspace', reading);
    assert.deepEqual([lacking.status, lacking.body.code], [403, 'insufficient_scope']);
    assert.match(lacking.challenge, /^Bearer realm="Plataforma", error="insufficient_scope", scope="platform:read"$/);
    const other = await tokenOf(client, { resource: `${origin}/platform/v1` });
    assert.equal((await get('/platform/v1/workspace', other)).status, 200);
    const elsewhere = await get('/sandbox/crm/v2/usuarios', other);
    assert.deepEqual([elsewhere.status, elsewhere.body.code], [401, 'invalid_token']);
    assert.match(elsewhere.challenge, /error="invalid_token"/);
    const changed = `${reading.slice(0, -4)}AAAA`;
    assert.equal((await get('/sandbox/crm/v2/usuarios', changed)).body.code, 'invalid_token');
  });

  test('a token for production is refused by sandboxes, with a message that says so', async () => {
    const client = await newClient(['crm:read', 'platform:read'], { environment: 'live' });
    const token = await tokenOf(client);
    const refused = await get('/sandbox/crm/v2/usuarios', token);
    assert.deepEqual([refused.status, refused.body.code], [401, 'live_token']);
    assert.equal((await get('/platform/v1/workspace', token)).status, 200);
  });

  test('a token ends after 15 minutes, and when its client goes or loses a scope', async () => {
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

  test('a secret is rotated with an overlap; after that the one before it is none', async () => {
    const client = await newClient(['crm:read']);
    const { body } = await platform(`POST /oauth_clients/${client.id}/secrets`, { overlap_seconds: 60 });
    await tokenOf(client);
    await tokenOf({ ...client, secret: body.secret });
    ahead = minute;
    const late = await send('/oauth/token', { grant_type: 'client_credentials' }, basic(client));
    assert.equal(late.status, 401);
    await tokenOf({ ...client, secret: body.secret });
    ahead = 0;
  });

  test('a stranger learns nothing of a token, a gateway all, and only its own client revokes it', async () => {
    const client = await newClient(['crm:read']);
    const token = await tokenOf(client);
    const mine = key;
    key = await portal.guest();
    const [stranger, gateway] = [await newClient(['crm:read']), await newClient(['api_keys:verify'])];
    key = mine;
    assert.deepEqual((await send('/oauth/introspect', { token }, basic(stranger))).body, { active: false });
    assert.equal((await send('/oauth/introspect', { token }, basic(gateway))).body.client_id, client.id);
    assert.equal((await send('/oauth/revoke', { token }, basic(gateway))).body.error, 'unauthorized_client');
    assert.equal((await send('/oauth/revoke', { token: 'nothing' }, basic(client))).status, 200);
    assert.equal((await get('/sandbox/crm/v2/usuarios', token)).status, 200);
  });

  test('keys that sign are followed by others, which are published a day before they sign', async () => {
    const client = await newClient(['platform:read']);
    const day = 24 * 60 * minute;
    const published = async () =>
      ((await (await fetch(`${origin}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] }).keys.map(
        ({ kid }) => kid,
      );
    const signer = async () => decodeProtectedHeader(await tokenOf(client)).kid;
    const { db } = portal.context;
    await db.updateTable('workspace').set({ expires_at: null }).execute();
    const [first] = await published();
    assert.equal(await signer(), first);
    ahead = 89 * day + minute;
    const announced = await published();
    assert.deepEqual([announced.length, announced[0], await signer()], [2, first, first]);
    ahead += day;
    assert.equal(await signer(), announced[1]);
    assert.deepEqual(await published(), announced, 'tokens of the old key still live');
    ahead += day;
    assert.deepEqual(await published(), [announced[1]]);
    const rows = await db.selectFrom('signing_key').selectAll().execute();
    assert.ok(
      rows.every(({ private_key }) => !private_key.includes('"d"') && !private_key.includes('{')),
      'sealed at rest',
    );
    ahead = 0;
  });
});
