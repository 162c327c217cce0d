import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { oauthCalls, startListeningPortal } from '../testing/oauth-calls.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';

const insecure = { [oauth.allowInsecureRequests]: true };

describeOnDatabases('OAuth 2.0 with third-party client libraries', (open) => {
  let portal: TestPortal;
  let key: string;
  let origin: string;

  before(async () => {
    ({ portal, origin } = await startListeningPortal(open));
    key = await portal.guest();
  });
  after(() => portal.close());

  const { newClient, get } = oauthCalls(() => ({ portal, origin, key }));

  test('oauth4webapi discovers the server, gets a token by both methods, and validates it per RFC 9068', async () => {
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
});
