import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { waitForEmail } from '../testing/wait-for-email.ts';

const week = 7 * 24 * 60 * 60 * 1000;

describeOnDatabases('Confirming an e-mail address', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const isConfirmed = async (browser: Browser): Promise<boolean> =>
    (await browser.send('GET /account/session')).body.person.email_confirmed;
  const confirm = (token: string, headers = {}) =>
    openBrowser(portal).send('POST /account/confirm-email', { body: { token }, headers });
  const sendAgain = (browser: Browser) => browser.send('POST /account/send-confirmation', { body: {} });
  const emailsTo = async (email: string) =>
    (await portal.context.people.outbox.list()).filter(
      ({ to, text }) => to === email && text.includes('/confirm-email#'),
    );

  test('an email arrives at sign-up, and its link confirms, in any browser', async () => {
    const person = newPerson();
    const browser = await signUp(portal, person);
    assert.equal(await isConfirmed(browser), false, 'the account works before');
    assert.equal((await browser.send('GET /platform/v1/me')).body.person.email_confirmed, false);
    const { token, text } = await waitForEmail(portal, person.email, 'confirm-email');
    assert.match(text, /^Olá, Marina Couto!/);
    assert.equal((await confirm(token)).status, 204);
    assert.equal(await isConfirmed(browser), true);
    assert.equal((await browser.send('GET /platform/v1/me')).body.person.email_confirmed, true);
    assert.equal((await confirm(token)).status, 204, 'opening it twice gives the same result');
  });

  test('the email is in the language of the page', async () => {
    const person = newPerson();
    const browser = openBrowser(portal);
    await browser.send('POST /account/sign-up', { body: person, headers: { 'accept-language': 'en' } });
    const { text, subject } = await waitForEmail(portal, person.email, 'confirm-email');
    assert.match(text, /^Hello Marina Couto,[\s\S]*\/en\/confirm-email#token=/);
    assert.equal(subject, 'Confirm your e-mail address for Cais');
  });

  test('the email is in Spanish for a reader in Mexico', async () => {
    const person = newPerson();
    await openBrowser(portal).send('POST /account/sign-up', { body: person, headers: { 'accept-language': 'es-MX' } });
    const { text, subject } = await waitForEmail(portal, person.email, 'confirm-email');
    assert.match(text, /^Hola, Marina Couto:[\s\S]*\/es\/confirm-email#token=/);
    assert.equal(subject, 'Confirma tu correo en el portal Cais');
  });

  test('a modified or invalid link confirms nothing', async () => {
    const [person, other] = [newPerson(), newPerson()];
    const browser = await signUp(portal, person);
    const { token } = await waitForEmail(portal, person.email, 'confirm-email');
    const [head = '', , signature = ''] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ email: other.email, exp: Date.now() })).toString('base64url');
    for (const wrong of [`${token.slice(0, -3)}AAA`, `${head}.${claims}.${signature}`, 'nothing', '..']) {
      const { status, body } = await confirm(wrong);
      assert.deepEqual([status, body.code], [410, 'expired_link'], wrong);
    }
    assert.equal(await isConfirmed(browser), false);
  });

  test('a link is valid for a week', async (context) => {
    const person = newPerson();
    await signUp(portal, person);
    const { token } = await waitForEmail(portal, person.email, 'confirm-email');
    // Links are dated by real time, which the library reads itself.
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() + week + 60_000 });
    const { status, body } = await confirm(token);
    context.mock.timers.reset();
    assert.deepEqual([status, body.code], [410, 'expired_link']);
  });

  test('the email is sent again on request, a few times per hour, and never after confirmation', async () => {
    const person = newPerson();
    const browser = await signUp(portal, person);
    await waitForEmail(portal, person.email, 'confirm-email');
    const statuses = [];
    for (let time = 0; time < 5; time++) statuses.push((await sendAgain(browser)).status);
    assert.deepEqual(statuses, [202, 202, 202, 202, 429], 'five an hour, with the first one');
    const confirmed = newPerson();
    const theirs = await signUp(portal, confirmed);
    await confirm((await waitForEmail(portal, confirmed.email, 'confirm-email')).token);
    assert.equal((await sendAgain(theirs)).status, 202);
    assert.equal((await emailsTo(confirmed.email)).length, 1);
    assert.equal((await sendAgain(openBrowser(portal))).status, 401, 'without a session');
  });

  test('resetting a password by email, or accepting an invitation, confirms the address too', async () => {
    const person = newPerson();
    const browser = await signUp(portal, person);
    await openBrowser(portal).send('POST /account/request-password-reset', { body: { email: person.email } });
    const reset = await waitForEmail(portal, person.email, 'reset-password');
    const password = 'uma senha bem nova';
    await openBrowser(portal).send('POST /account/reset-password', { body: { token: reset.token, password } });
    await browser.send('POST /account/sign-in', { body: { email: person.email, password } });
    assert.equal(await isConfirmed(browser), true);

    const invited = newPerson('Rafael Prado');
    await browser.send('POST /platform/v1/invitations', { body: { email: invited.email, role: 'reader' } });
    const theirs = await signUp(portal, invited);
    const { token } = await waitForEmail(portal, invited.email, 'invitation');
    await theirs.send('POST /account/accept-invitation', { body: { token } });
    assert.equal(await isConfirmed(theirs), true);
  });
});
