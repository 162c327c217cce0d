import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, openBrowser, signUp } from '../../testing/browser.ts';
import { invitationToken, invite, joinWorkspace } from '../../testing/members.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

const platform = '/platform/v1';

describeOnDatabases('The link of an invitation', (open) => {
  let portal: TestPortal;
  let now = Date.now();
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now), env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const tokenOf = ({ url }: { url: string }) => new URL(url).hash.slice('#token='.length);
  const accept = (browser: Browser, token: string) =>
    browser.send('POST /account/accept-invitation', { body: { token } });
  const renew = (browser: Browser, id: string) => browser.send(`POST ${platform}/invitations/${id}/links`);

  test('is shown once, when it is created, and lets the invited person in without any e-mail', async () => {
    const owner = await signUp(portal, newPerson());
    const person = newPerson();
    const { status, headers, body } = await invite(owner, person.email, 'reader');
    assert.deepEqual([status, headers['cache-control'], body.emailed], [201, 'no-store', false]);
    const token = tokenOf(body);
    assert.ok(!JSON.stringify((await owner.send(`GET ${platform}/invitations`)).body).includes(token));
    const rows = await portal.context.db.selectFrom('invitation').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(token), 'the database has its hash alone');
    assert.equal((await accept(await signUp(portal, person), token)).status, 200);
  });

  test('that was copied does not confirm the address; the one that was e-mailed does', async () => {
    const owner = await signUp(portal, newPerson());
    const confirmed = async (browser: Browser) =>
      (await browser.send('GET /account/session')).body.person.email_confirmed;
    const [copied, emailed] = [newPerson(), newPerson()];
    const { body } = await invite(owner, copied.email, 'reader');
    const withCopy = await signUp(portal, copied);
    assert.equal((await accept(withCopy, tokenOf(body))).status, 200);
    assert.equal(await confirmed(withCopy), false);
    await invite(owner, emailed.email, 'reader');
    const withEmail = await signUp(portal, emailed);
    const token = await invitationToken(portal, emailed.email);
    const forged = `${token.split('.')[0]}.${'A'.repeat(43)}`;
    assert.equal((await accept(withEmail, forged)).status, 410);
    assert.equal((await accept(withEmail, token)).status, 200);
    assert.equal(await confirmed(withEmail), true);
  });

  test('is made anew by an administrator, also after it has expired; the former ones end', async () => {
    const administrator = newPerson();
    const owner = await signUp(portal, administrator);
    const person = newPerson();
    const { body: first } = await invite(owner, person.email, 'developer');
    const emailed = await invitationToken(portal, person.email);
    const second = await renew(owner, first.id);
    assert.deepEqual([second.status, second.body.id, second.body.status], [201, first.id, 'pending']);
    now += 8 * 24 * 60 * 60 * 1000;
    const other = await signUp(portal, newPerson());
    assert.equal((await renew(other, first.id)).status, 404);
    const { email, password } = administrator;
    await owner.send('POST /account/sign-in', { body: { email, password } });
    const third = await renew(owner, first.id);
    assert.equal(third.status, 201, JSON.stringify(third.body));
    const browser = await signUp(portal, person);
    for (const token of [tokenOf(first), emailed, tokenOf(second.body)])
      assert.equal((await accept(browser, token)).status, 410);
    assert.equal((await accept(browser, tokenOf(third.body))).status, 200);
    assert.deepEqual([(await renew(owner, first.id)).status], [409]);
  });

  test('is not made anew for a revoked invitation, by others than administrators, or beyond the limits', async () => {
    const owner = await signUp(portal, newPerson());
    const { browser: developer } = await joinWorkspace(portal, owner, 'developer');
    const { body } = await invite(owner, newPerson().email, 'reader');
    const refused = await renew(developer, body.id);
    assert.deepEqual([refused.status, refused.body.code], [403, 'insufficient_role']);
    assert.equal((await renew(openBrowser(portal), body.id)).status, 401);
    const statuses = [];
    for (let index = 0; index < 6; index++) statuses.push((await renew(owner, body.id)).status);
    assert.deepEqual(statuses, [201, 201, 201, 201, 429, 429]);
    await owner.send(`DELETE ${platform}/invitations/${body.id}`);
    assert.equal((await renew(owner, body.id)).status, 409);
  });
});
