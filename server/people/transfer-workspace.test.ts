import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { joinWorkspace } from '../testing/members.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const platform = '/platform/v1';

describeOnDatabases('Handing a workspace over', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const workspaceOf = async (browser: Browser) => (await browser.send('GET /account/session')).body.workspace.id;
  const transfer = (browser: Browser, workspace_id: string, member_id: string) =>
    browser.send('POST /account/transfer-workspace', { body: { workspace_id, member_id } });

  test('the only administrator cannot leave, but hands over and leaves in one step', async () => {
    const owner = await signUp(portal, newPerson('Marina Couto'));
    const { browser: member, id, person } = await joinWorkspace(portal, owner, 'developer');
    const workspace_id = await workspaceOf(owner);
    const key = (await owner.send(`POST ${platform}/api_keys`, { body: { name: 'CI', scopes: ['*:read'] } })).body;
    const stays = await owner.send('POST /account/leave-workspace', { body: { workspace_id } });
    assert.deepEqual([stays.status, stays.body.code], [409, 'invalid_state']);
    assert.equal((await transfer(owner, workspace_id, id)).status, 204);
    const { data: members } = (await member.send(`GET ${platform}/members`)).body;
    assert.deepEqual(
      members.map(({ role }: { role: string }) => role),
      ['administrator'],
    );
    assert.notEqual(await workspaceOf(owner), workspace_id);
    assert.equal((await portal.call(`GET ${platform}/me`, { key: key.secret })).status, 401);
    const { data: trail } = (await member.send(`GET ${platform}/audit_events`)).body;
    const actions = trail.map(({ action }: { action: string }) => action);
    assert.deepEqual(actions.slice(0, 2), ['member.removed', 'member.role_changed']);
    const letters = (await portal.context.people.outbox.list()).filter(({ to }) => to === person.email);
    assert.ok(letters.some(({ text }) => text.includes('Marina Couto transferiu a você')));
  });

  test('only administrators hand over, to members of the same workspace, and not to themselves', async () => {
    const owner = await signUp(portal, newPerson());
    const workspace_id = await workspaceOf(owner);
    const { browser: developer, id: developerId } = await joinWorkspace(portal, owner, 'developer');
    const { id: readerId } = await joinWorkspace(portal, owner, 'reader');
    const stranger = await signUp(portal, newPerson());
    const { person } = (await stranger.send('GET /account/session')).body;
    const { person: self } = (await owner.send('GET /account/session')).body;
    const cases: [Browser, string, number][] = [
      [developer, readerId, 403],
      [developer, developerId, 403],
      [stranger, developerId, 404],
      [owner, person.id, 404],
      [owner, self.id, 409],
      [openBrowser(portal), developerId, 401],
    ];
    for (const [browser, memberId, status] of cases) {
      const answer = await transfer(browser, workspace_id, memberId);
      assert.equal(answer.status, status, JSON.stringify(answer.body));
    }
    assert.equal((await owner.send(`GET ${platform}/members`)).body.data.length, 3);
  });
});
