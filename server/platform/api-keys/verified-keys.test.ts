import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeKey } from '../../identity/key-format.ts';
import { assertPlatformDeclares } from '../../testing/assert-declared.ts';
import { newPerson, signUp } from '../../testing/browser.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../../testing/test-portal.ts';

const platform = '/platform/v1';
const customers = '/sandbox/notas/v1/customers';

describeOnDatabases('API keys verified or reported by others', (open) => {
  let portal: TestPortal;
  let guest: string;

  before(async () => {
    portal = await startTestPortal({ open });
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

  test('a gateway can verify keys, and gets the reason when one is invalid', async () => {
    const account = await portal.guest();
    const gateway = (await newKey({ scopes: ['api_keys:verify'] }, account)).secret;
    // A guest who signs up keeps the workspace, and its keys become an account's.
    await signUp(portal, newPerson(), account);
    const stranger = await portal.guest();
    const key = await newKey({ environment: 'live', allowed_addresses: ['203.0.113.9'] }, stranger);
    const verify = async (sent: object) => {
      const answer = await call('POST /api_keys/verify', { secret: key.secret, ...sent }, gateway);
      assertPlatformDeclares(portal, 'verifyApiKey', answer);
      assert.equal(answer.headers['cache-control'], 'no-store');
      return answer.body;
    };
    const good = await verify({ address: '203.0.113.9', scope: 'notas:read' });
    assert.deepEqual([good.valid, good.reason, good.api_key.id], [true, null, key.id]);
    assert.deepEqual(good.api_key.scopes, ['notas:read']);
    assert.equal((await verify({ address: '203.0.113.10' })).reason, 'address_not_allowed');
    assert.equal((await verify({ scope: 'notas:write' })).reason, 'insufficient_scope');
    assert.equal((await verify({ secret: makeKey('live') })).reason, 'unknown');
    assert.equal((await verify({ secret: 'sk_live_x' })).reason, 'malformed');
    const used = (await call(`GET /api_keys/${key.id}`, undefined, stranger)).body.last_used;
    assert.deepEqual([used.address, used.api], ['203.0.113.9', null]);
    await call(`DELETE /api_keys/${key.id}`, undefined, stranger);
    assert.deepEqual(await verify({}), { valid: false, reason: 'revoked', api_key: null });
    const reader = (await newKey({ scopes: ['api_keys:read', 'api_keys:write'] })).secret;
    assert.equal((await call('POST /api_keys/verify', { secret: key.secret }, reader)).status, 403);
  });

  test("a guest learns nothing about other workspaces' keys: they look like keys that never existed", async () => {
    const gateway = (await newKey({ scopes: ['api_keys:verify'] })).secret;
    const stranger = await portal.guest();
    const verify = async (secret: string) => (await call('POST /api_keys/verify', { secret }, gateway)).body;
    const never = await verify(makeKey('test'));
    const [active, revoked, live] = [
      await newKey({}, stranger),
      await newKey({}, stranger),
      await newKey({ environment: 'live' }, stranger),
    ];
    await call(`DELETE /api_keys/${revoked.id}`, undefined, stranger);
    for (const { secret } of [active, revoked, live]) assert.deepEqual(await verify(secret), never);
    assert.equal((await call(`GET /api_keys/${active.id}`, undefined, stranger)).body.last_used, null);
    const own = await newKey();
    assert.equal((await verify(own.secret)).api_key.id, own.id);
  });

  test('a leaked key is revoked on a report, whose response reveals nothing', async () => {
    const { id, secret } = await newKey();
    const report = (sent: string) =>
      portal.call(`POST ${platform}/api_keys/report_leak`, {
        body: { secret: sent, found_at: 'https://codigo.example/1' },
      });
    assert.equal(await statusOf(secret), 200);
    const answers = [
      await report(secret),
      await report(makeKey('test')),
      await report('nothing'),
      await report(secret),
    ];
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body]),
      answers.map(() => [202, '']),
    );
    assert.equal(await statusOf(secret), 401);
    const { data } = (await call(`GET /audit_events?target_id=${id}&action=api_key.leaked`)).body;
    assert.deepEqual(
      data.map(({ actor, details }: { actor: object; details: object }) => [actor, details]),
      [
        [
          { type: 'anonymous', id: null },
          { name: 'Loja', found_at: 'https://codigo.example/1' },
        ],
      ],
    );
  });
});
