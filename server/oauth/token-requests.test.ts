import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import { basic, oauthCalls, startListeningPortal } from '../testing/oauth-calls.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';

const minute = 60_000;

describeOnDatabases('OAuth 2.0: token requests and signatures', (open) => {
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

  const { platform, newClient, send, tokenOf } = oauthCalls(() => ({ portal, origin, key }));

  test('an invalid request is refused per RFC 6749', async () => {
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

  test('a secret is rotated with an overlap, after which the previous one is invalid', async () => {
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

  test('signing keys are replaced by others, which are published a day before they sign', async () => {
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
    assert.deepEqual(await published(), announced, 'tokens of the old key are still valid');
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
