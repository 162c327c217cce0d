import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, openBrowser, signUp } from '../../testing/browser.ts';
import { invitationToken, invite, joinWorkspace } from '../../testing/members.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

const platform = '/platform/v1';

describeOnDatabases('Invitations', (open) => {
  let portal: TestPortal;
  let now = Date.now();
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now), env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const tokenFor = (email: string) => invitationToken(portal, email);
  const join = (administrator: Browser, role: string) => joinWorkspace(portal, administrator, role);

  test('an invitation is shown to the holder of its link, and accepted once, by the invited person', async () => {
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

  test('members and open invitations count towards the quota of the workspace, revoked ones do not', async () => {
    const small = await startTestPortal({ open, env: { TEAM_MEMBERS: '3' } });
    try {
      const owner = await signUp(small, newPerson());
      await joinWorkspace(small, owner, 'reader');
      const { body: third } = await invite(owner, newPerson().email, 'reader');
      const refused = await invite(owner, newPerson().email, 'reader');
      assert.deepEqual([refused.status, refused.body.quota], [403, { name: 'members', limit: 3, used: 3 }]);
      const { body } = await owner.send(`GET ${platform}/workspace`);
      assert.deepEqual(body.quotas.members, { limit: 3, used: 3 });
      assert.equal((await owner.send(`DELETE ${platform}/invitations/${third.id}`)).status, 204);
      assert.equal((await invite(owner, newPerson().email, 'reader')).status, 201);
    } finally {
      await small.close();
    }
  });

  test('a revoked or expired invitation cannot be used', async () => {
    const owner = await signUp(portal, newPerson());
    const [revoked, late] = [newPerson(), newPerson()];
    const { body } = await invite(owner, revoked.email, 'reader');
    assert.equal((await owner.send(`DELETE ${platform}/invitations/${body.id}`)).status, 204);
    await invite(owner, late.email, 'reader');
    const browser = await signUp(portal, late);
    const tokens = [await tokenFor(revoked.email), await tokenFor(late.email), 'nada'];
    now += 7 * 24 * 60 * 60 * 1000 + 1000;
    for (const token of tokens) {
      const { status, body: refused } = await browser.send('POST /account/accept-invitation', { body: { token } });
      assert.deepEqual([status, refused.code], [410, 'expired_link']);
    }
    const { data } = (await owner.send(`GET ${platform}/invitations`)).body;
    assert.deepEqual(
      data.map(({ status }: { status: string }) => status),
      ['expired', 'revoked'],
    );
    assert.equal((await invite(owner, revoked.email, 'reader')).status, 201, 'a new one can be sent');
  });

  test('the token that is e-mailed is in no response, and the database has none', async () => {
    const owner = await signUp(portal, newPerson());
    const { email } = newPerson();
    const { body } = await invite(owner, email, 'reader');
    const token = await tokenFor(email);
    assert.ok(token.length >= 40);
    const rows = await portal.context.db.selectFrom('invitation').selectAll().execute();
    assert.ok(!JSON.stringify([body, rows]).includes(token));
    assert.ok(!JSON.stringify(rows).includes(token.split('.')[0] ?? ''));
  });

  test('pending invitees and members get no invitation, and guests send none', async () => {
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

  test('lists are walked by cursor', async () => {
    const owner = await signUp(portal, newPerson());
    for (let count = 0; count < 3; count++) await invite(owner, newPerson().email, 'reader');
    const first = (await owner.send(`GET ${platform}/invitations?limit=2`)).body;
    const second = (await owner.send(`GET ${platform}/invitations?limit=2&cursor=${first.next_cursor}`)).body;
    const ids = [...first.data, ...second.data].map(({ id }: { id: string }) => id);
    assert.deepEqual([ids.length, new Set(ids).size, second.has_more], [3, 3, false]);
  });
});
