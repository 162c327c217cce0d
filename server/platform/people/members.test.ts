import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, signUp } from '../../testing/browser.ts';
import { consoleKey, invite, joinWorkspace } from '../../testing/members.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

const platform = '/platform/v1';
const customers = '/sandbox/notas/v1/customers';

describeOnDatabases('Members', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const join = (administrator: Browser, role: string) => joinWorkspace(portal, administrator, role);

  test('a person who accepts an invitation joins with its role, and may switch workspaces', async () => {
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

  test('a removed member loses access at once, with the keys they created and those created by these keys', async () => {
    const owner = await signUp(portal, newPerson());
    const { browser, id } = await join(owner, 'developer');
    const body = { name: 'Loja', scopes: ['*:read', '*:write'], expires_at: null };
    const key = (await browser.send(`POST ${platform}/api_keys`, { body })).body.secret;
    const grandchild = (await portal.call(`POST ${platform}/api_keys`, { key, body })).body.secret;
    const keys = [key, grandchild, await consoleKey(browser)];
    const ownerKey = (await owner.send(`POST ${platform}/api_keys`, { body })).body.secret;
    for (const used of [...keys, ownerKey])
      assert.equal((await portal.call(`GET ${customers}`, { key: used })).status, 200);

    assert.equal((await owner.send(`DELETE ${platform}/members/${id}`)).status, 204);
    for (const used of keys) assert.equal((await portal.call(`GET ${customers}`, { key: used })).status, 401);
    assert.equal((await portal.call(`GET ${customers}`, { key: ownerKey })).status, 200);
    const { workspace } = (await browser.send(`GET ${platform}/me`)).body;
    assert.notEqual(workspace.id, (await owner.send(`GET ${platform}/me`)).body.workspace.id);
  });

  test('members and invitations of another workspace are not found', async () => {
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

  test('changes to members are in the audit trail, with who made them', async () => {
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
});
