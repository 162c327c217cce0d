import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, openBrowser, signUp } from '../../testing/browser.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { waitForLetter } from '../../testing/wait-for-letter.ts';

const platform = '/platform/v1';
const customers = '/sandbox/notas/v1/customers';
const products = '/sandbox/gestor/v1/produtos';

describeOnDatabases('Members', (open) => {
  let portal: TestPortal;
  let now = Date.now();
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now), env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const invite = (by: Browser, email: string, role: string) =>
    by.send(`POST ${platform}/invitations`, { body: { email, role } });

  const tokenFor = async (email: string) => {
    return (await waitForLetter(portal, email, 'invitation')).token;
  };

  /** Somebody whom an administrator has invited, and who has accepted. */
  const join = async (administrator: Browser, role: string) => {
    const person = newPerson('Rafael Prado');
    const { status, body } = await invite(administrator, person.email, role);
    assert.equal(status, 201, JSON.stringify(body));
    const browser = await signUp(portal, person);
    const accepted = await browser.send('POST /account/accept-invitation', {
      body: { token: await tokenFor(person.email) },
    });
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
    const { id } = (await browser.send('GET /account/session')).body.person;
    return { browser, person, id: id as string, invitationId: body.id as string };
  };

  const consoleKey = async (browser: Browser) =>
    (await browser.send('POST /account/console-key', { body: {} })).body.api_key.secret as string;

  test('who accepts an invitation is in the workspace with the role of it, and may choose which workspace to be in', async () => {
    const owner = await signUp(portal, newPerson('Marina Couto'));
    const { browser, person } = await join(owner, 'developer');
    const { body: me } = await browser.send(`GET ${platform}/me`);
    const { body: own } = await owner.send(`GET ${platform}/me`);
    assert.deepEqual([me.workspace.id, me.role], [own.workspace.id, 'developer']);
    const { data } = (await owner.send(`GET ${platform}/members`)).body;
    assert.deepEqual(
      data.map(({ email, role }: { email: string; role: string }) => [email, role]),
      [
        [person.email, 'developer'],
        [own.person.email, 'administrator'],
      ],
    );
    const { workspaces } = (await browser.send('GET /account/session')).body;
    const alone = workspaces.find(({ role }: { role: string }) => role === 'administrator');
    await browser.send('POST /account/choose-workspace', { body: { workspace_id: alone.id } });
    assert.equal((await browser.send(`GET ${platform}/me`)).body.workspace.id, alone.id);
    const foreign = (await (await signUp(portal, newPerson())).send('GET /account/session')).body.workspace.id;
    const refused = await browser.send('POST /account/choose-workspace', { body: { workspace_id: foreign } });
    assert.equal(refused.status, 404);
  });

  test('readers read and change nothing, whether by session or by key', async () => {
    const owner = await signUp(portal, newPerson());
    const { browser } = await join(owner, 'reader');
    for (const path of ['/workspace', '/members', '/invitations', '/api_keys', '/events'])
      assert.equal((await browser.send(`GET ${platform}${path}`)).status, 200, path);
    const move = await browser.send(`PATCH ${platform}/workspace/clock`, { body: { advance_seconds: 60 } });
    assert.deepEqual([move.status, move.body.code], [403, 'insufficient_role']);
    const key = await consoleKey(browser);
    assert.equal((await portal.call(`GET ${customers}`, { key })).status, 200);
    assert.equal((await portal.call(`POST ${customers}`, { key, body: {} })).status, 403);
  });

  test('only administrators manage members', async () => {
    const owner = await signUp(portal, newPerson());
    const { id } = (await owner.send('GET /account/session')).body.person;
    for (const role of ['developer', 'reader']) {
      const { browser, invitationId } = await join(owner, role);
      const requests: [string, object?][] = [
        [`POST ${platform}/invitations`, { email: 'outra@loja.example', role: 'reader' }],
        [`PATCH ${platform}/members/${id}`, { role: 'reader' }],
        [`DELETE ${platform}/members/${id}`],
        [`DELETE ${platform}/invitations/${invitationId}`],
      ];
      for (const [request, body] of requests) {
        const answer = await browser.send(request, { body });
        assert.deepEqual([answer.status, answer.body.code], [403, 'insufficient_role'], `${role}: ${request}`);
      }
    }
  });

  test("Gestor takes administrators' keys only: a developer's is refused, and becomes one by nobody's doing but an administrator's", async () => {
    const owner = await signUp(portal, newPerson());
    const { browser, id } = await join(owner, 'developer');
    const call = async (from: Browser) => portal.call(`GET ${products}`, { key: await consoleKey(from) });
    assert.equal((await call(owner)).status, 200);
    assert.equal((await call(browser)).status, 403);
    const key = { name: 'Loja', scopes: ['*:read'], expires_at: null };
    const made = await browser.send(`POST ${platform}/api_keys`, { body: key });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal((await portal.call(`GET ${products}`, { key: made.body.secret })).status, 403);
    await owner.send(`PATCH ${platform}/members/${id}`, { body: { role: 'administrator' } });
    assert.equal((await call(browser)).status, 200);
    assert.equal((await portal.call(`GET ${products}`, { key: made.body.secret })).status, 403, 'the old key stays');
  });

  test('the last administrator stays one; with another, either may go', async () => {
    const owner = await signUp(portal, newPerson());
    const { person, workspace } = (await owner.send('GET /account/session')).body;
    const { browser, id } = await join(owner, 'developer');
    const leave = () => owner.send('POST /account/leave-workspace', { body: { workspace_id: workspace.id } });
    const tries = [
      await owner.send(`PATCH ${platform}/members/${person.id}`, { body: { role: 'reader' } }),
      await owner.send(`DELETE ${platform}/members/${person.id}`),
      await leave(),
    ];
    for (const { status, body } of tries) assert.deepEqual([status, body.code], [409, 'invalid_state']);
    await owner.send(`PATCH ${platform}/members/${id}`, { body: { role: 'administrator' } });
    assert.equal((await leave()).status, 204);
    assert.equal((await browser.send(`GET ${platform}/members`)).body.data.length, 1);
  });

  test('two administrators who demote each other at once leave one', async () => {
    const owner = await signUp(portal, newPerson());
    const { id: first } = (await owner.send('GET /account/session')).body.person;
    const { browser, id: second } = await join(owner, 'administrator');
    const both = await Promise.all([
      owner.send(`PATCH ${platform}/members/${second}`, { body: { role: 'reader' } }),
      browser.send(`PATCH ${platform}/members/${first}`, { body: { role: 'reader' } }),
    ]);
    const { data } = (await owner.send(`GET ${platform}/members`)).body;
    assert.equal(data.filter(({ role }: { role: string }) => role === 'administrator').length, 1);
    assert.equal(both.filter(({ status }) => status === 200).length, 1);
  });

  test('who is removed is out at once, with the keys made there and by those keys', async () => {
    const owner = await signUp(portal, newPerson());
    const { browser, id } = await join(owner, 'developer');
    const body = { name: 'Loja', scopes: ['*:read', '*:write'], expires_at: null };
    const key = (await browser.send(`POST ${platform}/api_keys`, { body })).body.secret;
    const grandchild = (await portal.call(`POST ${platform}/api_keys`, { key, body })).body.secret;
    const keys = [key, grandchild, await consoleKey(browser)];
    const kept = (await owner.send(`POST ${platform}/api_keys`, { body })).body.secret;
    for (const used of [...keys, kept])
      assert.equal((await portal.call(`GET ${customers}`, { key: used })).status, 200);

    assert.equal((await owner.send(`DELETE ${platform}/members/${id}`)).status, 204);
    for (const used of keys) assert.equal((await portal.call(`GET ${customers}`, { key: used })).status, 401);
    assert.equal((await portal.call(`GET ${customers}`, { key: kept })).status, 200);
    const { workspace } = (await browser.send(`GET ${platform}/me`)).body;
    assert.notEqual(workspace.id, (await owner.send(`GET ${platform}/me`)).body.workspace.id);
  });

  test('an invitation is shown to whoever has its link, and accepted once, by the one who was invited', async () => {
    const owner = await signUp(portal, newPerson('Marina Couto'));
    const person = newPerson();
    await invite(owner, person.email.toUpperCase(), 'reader');
    const token = await tokenFor(person.email);
    const shown = await openBrowser(portal).send('POST /account/show-invitation', { body: { token } });
    assert.deepEqual(
      [shown.status, shown.body.workspace, shown.body.email, shown.body.role, shown.body.invited_by],
      [200, 'Marina Couto', person.email, 'reader', 'Marina Couto'],
    );
    const stranger = await signUp(portal, newPerson());
    const stolen = await stranger.send('POST /account/accept-invitation', { body: { token } });
    assert.deepEqual([stolen.status, stolen.body.code], [403, 'no_access']);
    const unknown = await openBrowser(portal).send('POST /account/accept-invitation', { body: { token } });
    assert.deepEqual([unknown.status, unknown.body.code], [401, 'not_signed_in']);

    const invited = await signUp(portal, person);
    const both = await Promise.all(
      [1, 2].map(() => invited.send('POST /account/accept-invitation', { body: { token } })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 410]);
    assert.equal((await openBrowser(portal).send('POST /account/show-invitation', { body: { token } })).status, 410);
  });

  test('an invitation that was revoked or has expired opens nothing', async () => {
    const owner = await signUp(portal, newPerson());
    const [revoked, late] = [newPerson(), newPerson()];
    const { body } = await invite(owner, revoked.email, 'reader');
    assert.equal((await owner.send(`DELETE ${platform}/invitations/${body.id}`)).status, 204);
    await invite(owner, late.email, 'reader');
    const browser = await signUp(portal, late);
    now += 7 * 24 * 60 * 60 * 1000 + 1000;
    for (const token of [await tokenFor(revoked.email), await tokenFor(late.email), 'nada']) {
      const { status, body: refused } = await browser.send('POST /account/accept-invitation', { body: { token } });
      assert.deepEqual([status, refused.code], [410, 'expired_link']);
    }
    const { data } = (await owner.send(`GET ${platform}/invitations`)).body;
    assert.deepEqual(
      data.map(({ status }: { status: string }) => status),
      ['expired', 'revoked'],
    );
    assert.equal((await invite(owner, revoked.email, 'reader')).status, 201, 'and can be sent again');
  });

  test('the token of an invitation is in the letter alone', async () => {
    const owner = await signUp(portal, newPerson());
    const { email } = newPerson();
    const { body } = await invite(owner, email, 'reader');
    const token = await tokenFor(email);
    assert.ok(token.length >= 40);
    const rows = await portal.context.db.selectFrom('invitation').selectAll().execute();
    assert.ok(!JSON.stringify([body, rows]).includes(token));
  });

  test('nobody is invited twice at once, nor when they are a member, nor by a guest', async () => {
    const owner = await signUp(portal, newPerson());
    const { person } = await join(owner, 'reader');
    const { email } = newPerson();
    const codes = [
      (await invite(owner, person.email, 'reader')).body.code,
      (await invite(owner, email, 'reader')).body.code,
      (await invite(owner, email, 'developer')).body.code,
      (
        await portal.call(`POST ${platform}/invitations`, {
          key: await portal.guest(),
          body: { email, role: 'reader' },
        })
      ).body.code,
    ];
    assert.deepEqual(codes, ['already_exists', undefined, 'already_exists', 'invalid_state']);
  });

  test("another workspace's members and invitations are not there", async () => {
    const [owner, other] = [await signUp(portal, newPerson()), await signUp(portal, newPerson())];
    const { id } = (await owner.send('GET /account/session')).body.person;
    const invitation = (await invite(owner, newPerson().email, 'reader')).body;
    for (const [request, body] of [
      [`PATCH ${platform}/members/${id}`, { role: 'reader' }],
      [`DELETE ${platform}/members/${id}`],
      [`DELETE ${platform}/invitations/${invitation.id}`],
    ] as const)
      assert.equal((await other.send(request, { body })).status, 404, request);
    assert.equal((await other.send(`GET ${platform}/invitations`)).body.data.length, 0);
    assert.equal((await other.send(`GET ${platform}/members`)).body.data.length, 1);
  });

  test('what was done about members is in the audit trail, with who did it', async () => {
    const owner = await signUp(portal, newPerson());
    const { id: ownId } = (await owner.send('GET /account/session')).body.person;
    const { id } = await join(owner, 'reader');
    await owner.send(`PATCH ${platform}/members/${id}`, { body: { role: 'developer' } });
    await owner.send(`DELETE ${platform}/members/${id}`);
    const { data } = (await owner.send(`GET ${platform}/audit_events`)).body;
    type Entry = { action: string; actor: { id: string } };
    assert.deepEqual(
      data.map(({ action, actor }: Entry) => [action, actor.id === ownId]),
      [
        ['member.removed', true],
        ['member.role_changed', true],
        ['invitation.accepted', false],
        ['invitation.created', true],
      ],
    );
  });

  test('lists are walked by cursor', async () => {
    const owner = await signUp(portal, newPerson());
    for (let count = 0; count < 3; count++) await invite(owner, newPerson().email, 'reader');
    const first = (await owner.send(`GET ${platform}/invitations?limit=2`)).body;
    const second = (await owner.send(`GET ${platform}/invitations?limit=2&cursor=${first.next_cursor}`)).body;
    const ids = [...first.data, ...second.data].map(({ id }: { id: string }) => id);
    assert.deepEqual([ids.length, new Set(ids).size, second.has_more], [3, 3, false]);
  });
});
