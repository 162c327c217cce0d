import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

describe('What outsiders learn about accounts', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  test('signing in does not reveal who has an account', async () => {
    const person = newPerson();
    await signUp(portal, person);
    const password = 'não é esta senha';
    const answers = await Promise.all(
      [person.email, 'ninguem@loja.example'].map((email) =>
        openBrowser(portal).send('POST /account/sign-in', { body: { email, password } }),
      ),
    );
    assert.deepEqual(answers.map(visible), Array(2).fill(visible(answers[0])));
    assert.equal(answers[0]?.body.code, 'invalid_sign_in');
  });

  test('requesting a new password does not reveal who has an account', async () => {
    const person = newPerson();
    await signUp(portal, person);
    const answers = await Promise.all(
      [person.email, 'ninguem@loja.example'].map((email) =>
        openBrowser(portal).send('POST /account/request-password-reset', { body: { email } }),
      ),
    );
    assert.deepEqual(answers.map(visible), Array(2).fill(visible(answers[0])));
    assert.equal(answers[0]?.status, 202);
  });

  test('an address that tries too often has to wait; others are not affected', async () => {
    const limited = await startTestPortal({ env: { SIGN_INS_PER_HOUR: '3' } });
    const from = (remoteAddress: string) =>
      limited.app.inject({
        method: 'POST',
        url: '/account/sign-in',
        remoteAddress,
        headers: { origin: limited.context.config.publicUrl, 'content-type': 'application/json' },
        payload: JSON.stringify({ email: 'a@b.example', password: 'x' }),
      });
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt++) statuses.push((await from('198.51.100.7')).statusCode);
    assert.deepEqual(statuses, [401, 401, 401, 429]);
    assert.ok(Number((await from('198.51.100.7')).headers['retry-after']) > 0);
    assert.equal((await from('198.51.100.8')).statusCode, 401);
    await limited.close();
  });

  test('passwords, e-mail addresses and sessions never reach the log', async () => {
    const lines: string[] = [];
    const logged = await startTestPortal({
      env: { LOG_LEVEL: 'trace' },
      logStream: { write: (line) => lines.push(line) },
    });
    const person = newPerson();
    const browser = await signUp(logged, person);
    await browser.send('POST /account/sign-in', { body: { email: person.email, password: 'errada, mas comprida' } });
    await browser.send('POST /account/sign-up', { body: person });
    await logged.close();
    const log = lines.join('');
    assert.match(log, /answered/);
    for (const secret of [person.password, person.email, 'errada', ...browser.cookies.values()])
      assert.ok(!log.includes(secret), secret);
  });
});

/** Everything a caller can see of a response, except its unique request id. */
function visible(answer?: { status: number; headers: Record<string, string | undefined>; body: unknown }) {
  if (!answer) throw new Error('There is no response.');
  const { 'x-request-id': id, date: _, 'content-length': __, ...headers } = answer.headers;
  return JSON.stringify([answer.status, headers, answer.body]).replaceAll(id ?? '', 'req_');
}
