import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { consoleKey, invitationToken, invite, joinWorkspace } from '../testing/members.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

const hour = 60 * 60 * 1000;

describeOnDatabases('Nobody grants more than they hold', (open) => {
  let portal: TestPortal;
  let owner: Browser;
  before(async () => {
    portal = await startTestPortal({ open, env: { SIGN_INS_PER_HOUR: '1000' } });
    owner = await signUp(portal, newPerson());
  });
  after(() => portal.close());

  const by = (browser: Browser, request: string, body?: unknown) =>
    browser.send(request.replace(' ', ' /platform/v1'), { body });
  const byKey = (key: string, request: string, body?: unknown) =>
    portal.call(request.replace(' ', ' /platform/v1'), { key, body });
  const newKey = async (fields: object = {}, maker = owner): Promise<TestAnswer['body']> => {
    const body = { name: 'Loja', scopes: ['*:read', '*:write'], ...fields };
    const answer = await by(maker, 'POST /api_keys', body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const newClient = async (maker = owner) =>
    (await by(maker, 'POST /oauth_clients', { name: 'ERP', scopes: ['notas:read'] })).body;
  const assertRefused = ({ status, body }: TestAnswer, code: string, about: string) =>
    assert.deepEqual([status, body.code], [403, code], `${about}: ${JSON.stringify(body)}`);

  test("a developer gets no secret of an administrator's key or client, and does not widen or revive them", async () => {
    const { browser } = await joinWorkspace(portal, owner, 'developer');
    const [key, client] = [await newKey({ scopes: ['notas:read'] }), await newClient()];
    const requests: [string, unknown][] = [
      [`POST /api_keys/${key.id}/rotations`, {}],
      [`POST /oauth_clients/${client.id}/secrets`, {}],
      [`PATCH /api_keys/${key.id}`, { scopes: ['notas:read', 'notas:write'] }],
      [`PATCH /oauth_clients/${client.id}`, { scopes: ['notas:read', 'notas:write'] }],
    ];
    const limited = await newKey({ requests_per_minute: 5, expires_at: new Date(Date.now() + hour).toISOString() });
    requests.push([`PATCH /api_keys/${limited.id}`, { requests_per_minute: null }]);
    requests.push([`PATCH /api_keys/${limited.id}`, { expires_at: null }]);
    for (const [request, body] of requests) {
      for (const caller of [browser, { send: sendWith(await consoleKey(browser)) } as Browser])
        assertRefused(await by(caller, request, body), 'insufficient_role', request);
    }
    // What adds nothing, as in an emergency, is a developer's business too.
    assert.equal((await by(browser, `PATCH /api_keys/${key.id}`, { name: 'Outra' })).status, 200);
    assert.equal((await by(browser, `DELETE /api_keys/${key.id}`)).status, 204);
    const own = await newKey({}, browser);
    assert.equal((await by(browser, `POST /api_keys/${own.id}/rotations`, {})).status, 201);
  });

  const sendWith =
    (key: string): Browser['send'] =>
    (request, options = {}) =>
      portal.call(request, { ...options, key });

  test('a key bound by addresses, a limit, an expiry or the test environment grants nothing beyond', async () => {
    const soon = new Date(Date.now() + hour).toISOString();
    const bounds: [object, object, object][] = [
      [{ allowed_addresses: ['127.0.0.0/8'] }, {}, { allowed_addresses: ['127.0.0.1', '127.1.0.0/16'] }],
      [
        { allowed_addresses: ['127.0.0.0/8'] },
        { allowed_addresses: ['127.0.0.0/7'] },
        { allowed_addresses: ['127.0.0.1'] },
      ],
      [{ requests_per_minute: 50 }, { requests_per_minute: 51 }, { requests_per_minute: 50 }],
      [{ requests_per_minute: 50 }, {}, { requests_per_minute: 1 }],
      [{ expires_at: soon }, {}, { expires_at: soon }],
      [{}, { environment: 'live' }, { environment: 'test' }],
    ];
    const wide = await newKey({ environment: 'live' });
    for (const [bound, beyond, within] of bounds) {
      const { id, secret } = await newKey(bound);
      const fields = { name: 'x', scopes: ['notas:read'] };
      const about = JSON.stringify({ bound, beyond });
      assertRefused(await byKey(secret, 'POST /api_keys', { ...fields, ...beyond }), 'insufficient_scope', about);
      const made = await byKey(secret, 'POST /api_keys', { ...fields, ...within });
      assert.equal(made.status, 201, JSON.stringify([within, made.body]));
      assert.equal((await byKey(secret, `POST /api_keys/${made.body.id}/rotations`, {})).status, 201);
      if (Object.keys(bound).length === 0) continue;
      const widened = { allowed_addresses: [], requests_per_minute: null, expires_at: null };
      const all = Object.fromEntries(Object.keys(bound).map((name) => [name, widened[name as keyof typeof widened]]));
      assertRefused(await byKey(secret, `PATCH /api_keys/${id}`, all), 'insufficient_scope', about);
      assertRefused(await byKey(secret, `POST /api_keys/${wide.id}/rotations`, {}), 'insufficient_scope', about);
      assert.equal((await byKey(secret, `PATCH /api_keys/${id}`, { name: 'y', ...bound })).status, 200);
    }
  });

  test('a key with few scopes makes nobody a member or administrator, and claims no guest workspace', async () => {
    const { secret } = await newKey({ environment: 'live', scopes: ['members:read', 'members:write'] });
    const invited = await byKey(secret, 'POST /invitations', { email: newPerson().email, role: 'administrator' });
    assertRefused(invited, 'insufficient_scope', 'invitation');
    const { id } = await joinWorkspace(portal, owner, 'reader');
    const promotion = await byKey(secret, `PATCH /members/${id}`, { role: 'administrator' });
    assertRefused(promotion, 'insufficient_scope', 'promotion');
    const whole = await newKey({ environment: 'live' });
    assert.equal((await byKey(whole.secret, `PATCH /members/${id}`, { role: 'developer' })).status, 200);
    assert.equal((await byKey(secret, `PATCH /members/${id}`, { role: 'reader' })).status, 200, 'less is no grant');

    const guest = await portal.guest();
    const { body: few } = await byKey(guest, 'POST /api_keys', { name: 'x', scopes: ['notas:read'] });
    const headers = { authorization: `Bearer ${few.secret}` };
    const claim = await openBrowser(portal).send('POST /account/sign-up', { body: newPerson(), headers });
    assertRefused(claim, 'insufficient_scope', 'claim');
    const { id: first } = (await byKey(guest, 'GET /me')).body.actor;
    const { body: next } = await byKey(guest, `POST /api_keys/${first}/rotations`, {});
    const kept = await openBrowser(portal).send('POST /account/sign-up', {
      body: newPerson(),
      headers: { authorization: `Bearer ${next.secret}` },
    });
    assert.equal(kept.status, 201, "a guest's key can be rotated and still stands for the guest");
  });

  test('an invitation ends when the person who sent it, even by a key, is demoted or leaves', async () => {
    for (const end of ['demotion', 'removal']) {
      const { browser, id } = await joinWorkspace(portal, owner, 'administrator');
      const key = await newKey({ environment: 'live' }, browser);
      const [one, two] = [newPerson(), newPerson()];
      assert.equal((await invite(browser, one.email, 'administrator')).status, 201);
      const body = { email: two.email, role: 'administrator' };
      assert.equal((await byKey(key.secret, 'POST /invitations', body)).status, 201);
      if (end === 'removal') await by(owner, `DELETE /members/${id}`);
      else await by(owner, `PATCH /members/${id}`, { role: 'developer' });
      for (const person of [one, two]) {
        const token = await invitationToken(portal, person.email);
        const accepted = await (await signUp(portal, person)).send('POST /account/accept-invitation', {
          body: { token },
        });
        assert.deepEqual([accepted.status, accepted.body.code], [410, 'expired_link'], `${end} ${person.email}`);
      }
    }
  });

  test('whoever leaves knows no secret that still works: a client ends with who rotated its secret last', async () => {
    const { browser, id } = await joinWorkspace(portal, owner, 'administrator');
    const client = await newClient();
    const rotated = await by(browser, `POST /oauth_clients/${client.id}/secrets`, {});
    assert.equal(rotated.status, 201, JSON.stringify(rotated.body));
    assert.equal((await by(owner, `DELETE /members/${id}`)).status, 204);
    assert.equal((await by(owner, `GET /oauth_clients/${client.id}`)).status, 404);
  });
});
