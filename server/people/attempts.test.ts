import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, openBrowser, setCookies, signUp } from '../testing/browser.ts';
import { invite } from '../testing/members.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';
import { waitForEmail } from '../testing/wait-for-email.ts';
import { until } from '../testing/webhook-workspace.ts';

const quarter = 15 * 60 * 1000;

describeOnDatabases('Attempts on an account, and letters to a mailbox', (open) => {
  let portal: TestPortal;
  let ahead = 0;
  before(async () => {
    const now = () => new Date(Date.now() + ahead);
    portal = await startTestPortal({ open, now, env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  /** Tries passwords from many addresses until it is refused; returns how many were tried, and the refusal. */
  async function guess(email: string): Promise<{ tried: number; refusal: TestAnswer }> {
    for (let tried = 0; tried < 100; tried++) {
      const answer = await signIn(email, 'senha errada mesmo', openBrowser(portal), `198.51.100.${tried}`);
      if (answer.status !== 401) return { tried, refusal: answer };
      assert.equal(answer.body.code, 'invalid_sign_in');
    }
    assert.fail('No attempt was refused.');
  }

  const signIn = async (
    email: string,
    password: string,
    browser = openBrowser(portal),
    remoteAddress = '127.0.0.1',
  ) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await portal.app.inject({
      method: 'POST',
      url: '/account/sign-in',
      remoteAddress,
      headers: { origin: portal.context.config.publicUrl, 'sec-fetch-site': 'same-origin', cookie },
      payload: { email, password },
    });
    const headers = response.headers as TestAnswer['headers'];
    return { status: response.statusCode, headers, body: response.json() };
  };

  test('ten passwords in a quarter of an hour, from whatever addresses, whether or not the account exists', async () => {
    const person = newPerson();
    await signUp(portal, person);
    const [existing, unknown] = [await guess(person.email), await guess(newPerson().email)];
    assert.equal(existing.tried, 10);
    const seen = ({ tried, refusal: { status, body } }: typeof existing) => [tried, status, body.code, body.detail];
    assert.deepEqual(seen(existing).slice(0, 3), seen(unknown).slice(0, 3));
    assert.ok(Number(existing.refusal.headers['retry-after']) <= quarter / 1000);
    assert.equal((await signIn(person.email.toUpperCase(), person.password)).status, 429, 'nor in another spelling');
    ahead += quarter;
    assert.equal((await signIn(person.email, person.password)).status, 200);
    ahead -= quarter;
  });

  test('a stranger does not lock the owner out of a browser in which the owner has signed in before', async () => {
    const person = newPerson();
    const browser = await signUp(portal, person);
    await browser.send('POST /account/sign-out', { body: {} });
    await guess(person.email);
    assert.equal((await signIn(person.email, person.password)).status, 429, 'a new browser waits');
    assert.equal((await signIn(person.email, person.password, browser)).status, 200, 'a known one does not');
    for (let tries = 1; tries < 10; tries++)
      assert.equal((await signIn(person.email, 'senha errada mesmo', browser)).status, 401);
    assert.equal((await signIn(person.email, 'senha errada mesmo', browser)).status, 429, 'but is limited, too');
    const other = newPerson();
    await signUp(portal, other);
    await guess(other.email);
    assert.equal((await signIn(other.email, other.password, await signUp(portal, newPerson()))).status, 429);
  });

  test('a link by e-mail lets the owner in at once, in a new browser too', async () => {
    const person = newPerson();
    await signUp(portal, person);
    await guess(person.email);
    const browser = openBrowser(portal);
    await browser.send('POST /account/request-password-reset', { body: { email: person.email } });
    const { token } = await waitForEmail(portal, person.email, 'reset-password');
    const password = 'outro barco no cais';
    const reset = await browser.send('POST /account/reset-password', { body: { token, password } });
    assert.equal(reset.status, 204);
    assert.match(setCookies(reset).join(), /^cais_device=\S+; Max-Age=\d+; Path=\/account; HttpOnly; SameSite=Lax$/);
    assert.equal((await signIn(person.email, password, browser)).status, 200);
  });

  test('a password is not guessed in a session either', async () => {
    const browser = await signUp(portal, newPerson());
    const change = () =>
      browser.send('POST /account/change-password', {
        body: { current_password: 'x', password: 'outro barco no cais' },
      });
    for (let tries = 0; tries < 10; tries++) assert.equal((await change()).status, 422);
    assert.equal((await change()).status, 429);
  });

  test('a mailbox gets five invitations a day, whoever sends them, in whatever spelling and however many were revoked', async () => {
    const senders = [await signUp(portal, newPerson()), await signUp(portal, newPerson())];
    const { email } = newPerson();
    const statuses: number[] = [];
    for (let count = 0; count < 8; count++) {
      const sender = senders[count % 2] as (typeof senders)[0];
      const { status, body } = await invite(sender, count < 4 ? email : email.replace('@', `+${count}@`), 'reader');
      statuses.push(status);
      if (status === 201) await sender.send(`DELETE /platform/v1/invitations/${body.id}`);
    }
    assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429, 429, 429]);
    ahead += 24 * 60 * 60 * 1000;
    assert.equal((await invite(await signUp(portal, newPerson()), email, 'reader')).status, 201);
    ahead = 0;
  });

  test('accounts for many spellings of an address do not flood its mailbox', async () => {
    const { email } = newPerson();
    for (let count = 0; count < 8; count++)
      await signUp(portal, { ...newPerson(), email: email.replace('@', `+${count}@`) });
    const [name] = email.split('@');
    const letters = async () =>
      (await portal.context.people.outbox.list()).filter(({ to }) => to.startsWith(`${name}+`)).length;
    // Letters are stored after the response; one of another account is last.
    await until(letters, (count) => count >= 5);
    const last = newPerson();
    await signUp(portal, last);
    await waitForEmail(portal, last.email, 'confirm-email');
    assert.equal(await letters(), 5);
  });
});
