import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newPerson, openBrowser, setCookies, signUp } from '../testing/browser.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

describe('Sessions', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const actions = [
    'sign-up',
    'sign-in',
    'sign-out',
    'request-password-reset',
    'reset-password',
    'change-password',
    'change-name',
    'choose-workspace',
    'leave-workspace',
    'console-key',
    'show-invitation',
    'accept-invitation',
  ];
  /** What a browser says of a request that a page of another site, or of a sibling site, has sent. */
  const forged: Record<string, string>[] = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
    { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:3000.evil.example' },
    { 'sec-fetch-site': 'none' },
    {},
  ];

  test('what another site sends changes nothing, whatever the action', async () => {
    const browser = await signUp(portal, newPerson());
    for (const action of actions) {
      for (const headers of forged) {
        const other = openBrowser(portal, headers);
        for (const [name, value] of browser.cookies) other.cookies.set(name, value);
        const { status, body } = await other.send(`POST /account/${action}`, { body: {} });
        assert.deepEqual([status, body.code], [403, 'foreign_origin'], `${action} ${JSON.stringify(headers)}`);
      }
    }
  });

  test('the platform API does not listen to the cookie of a page of another site', async () => {
    const browser = await signUp(portal, newPerson());
    for (const headers of forged) {
      const other = openBrowser(portal, headers);
      for (const [name, value] of browser.cookies) other.cookies.set(name, value);
      const { status, body } = await other.send('PATCH /platform/v1/workspace', { body: { name: 'Tomado' } });
      assert.deepEqual([status, body.code], [401, 'missing_credentials'], JSON.stringify(headers));
    }
    const own = await browser.send('PATCH /platform/v1/workspace', { body: { name: 'Loja virtual' } });
    assert.deepEqual([own.status, own.body.name], [200, 'Loja virtual']);
  });

  test('sandboxes know no sessions', async () => {
    const browser = await signUp(portal, newPerson());
    assert.equal((await browser.send('GET /sandbox/notas/v1/customers')).status, 401);
  });

  test('forms of other sites are not read: only JSON is', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await openBrowser(portal).send('POST /account/sign-in', { body: 'email=a@b.example', headers });
    assert.ok([400, 415].includes(answer.status), String(answer.status));
  });

  test('the cookie is closed to scripts and to other sites; under https it goes over https alone', async () => {
    const cookieUnder = async (publicUrl: string) => {
      const other = await startTestPortal({ env: { PUBLIC_URL: publicUrl } });
      const answer = await openBrowser(other).send('POST /account/sign-up', { body: newPerson() });
      await other.close();
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      return setCookies(answer).find((line) => line.includes('cais_session=')) ?? '';
    };
    const plain = await cookieUnder('http://localhost:3000');
    for (const wanted of [/; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i]) assert.match(plain, wanted);
    assert.doesNotMatch(plain, /; Secure|; Domain/i);
    const secure = await cookieUnder('https://portal.example');
    for (const wanted of [/^__Secure-cais_session=/, /; Secure/i, /; HttpOnly/i]) assert.match(secure, wanted);
  });

  test('a session that was put into the browser before signing in is not the one that opens', async () => {
    const person = newPerson();
    const [attacker, victim] = [await signUp(portal, newPerson()), await signUp(portal, person)];
    await victim.send('POST /account/sign-out', { body: {} });
    const planted = new Map([...attacker.cookies]);
    for (const [name, value] of planted) victim.cookies.set(name, value);
    const { email, password } = person;
    await victim.send('POST /account/sign-in', { body: { email, password } });
    for (const [name, value] of planted) assert.notEqual(victim.cookies.get(name), value, name);
    assert.notEqual((await attacker.send('GET /account/session')).body.person.email, email);
  });

  test('a cookie that was changed by one letter opens nothing', async () => {
    const browser = await signUp(portal, newPerson());
    const [[name, value] = ['', '']] = browser.cookies;
    for (const place of [0, 10, value.indexOf('.') + 3]) {
      const letter = value[place] === 'A' ? 'B' : 'A';
      browser.cookies.set(name, value.slice(0, place) + letter + value.slice(place + 1));
      assert.deepEqual((await browser.send('GET /account/session')).body, { person: null }, `letter ${place}`);
    }
  });

  test('signing in tells nothing of who has an account', async () => {
    const person = newPerson();
    await signUp(portal, person);
    const password = 'não é esta senha';
    const answers = await Promise.all(
      [person.email, 'ninguem@loja.example'].map((email) =>
        openBrowser(portal).send('POST /account/sign-in', { body: { email, password } }),
      ),
    );
    assert.deepEqual(answers.map(told), Array(2).fill(told(answers[0])));
    assert.equal(answers[0]?.body.code, 'invalid_sign_in');
  });

  test('asking for a new password tells nothing of who has an account', async () => {
    const person = newPerson();
    await signUp(portal, person);
    const answers = await Promise.all(
      [person.email, 'ninguem@loja.example'].map((email) =>
        openBrowser(portal).send('POST /account/request-password-reset', { body: { email } }),
      ),
    );
    assert.deepEqual(answers.map(told), Array(2).fill(told(answers[0])));
    assert.equal(answers[0]?.status, 202);
  });

  test('nothing can be named that a browser would be sent on to', async () => {
    const person = newPerson();
    for (const field of ['callbackURL', 'redirectTo', 'callback_url']) {
      const body = { ...person, [field]: 'https://evil.example' };
      const { status, headers } = await openBrowser(portal).send('POST /account/sign-up', { body });
      assert.deepEqual([status, headers.location], [422, undefined], field);
    }
    for (const path of ['reset-password/abc?callbackURL=https://evil.example', 'error', 'verify-email?token=x', 'ok']) {
      const { status, headers } = await openBrowser(portal).send(`GET /account/${path}`);
      assert.deepEqual([status, headers.location], [404, undefined], path);
    }
  });

  test('a session lasts longer when its person comes back, and is then given the browser anew', async () => {
    const browser = await signUp(portal, newPerson());
    const { db } = portal.context;
    const { person } = (await browser.send('GET /account/session')).body;
    const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
    const endsIn = async () => {
      const rows = await db
        .selectFrom('person_session')
        .select('expires_at')
        .where('person_id', '=', person.id)
        .execute();
      return rows.map(({ expires_at }) => new Date(expires_at).toISOString())[0] ?? '';
    };
    await db
      .updateTable('person_session')
      .set({ expires_at: daysFromNow(2) })
      .where('person_id', '=', person.id)
      .execute();
    const answer = await browser.send('GET /account/session');
    assert.ok((await endsIn()) > daysFromNow(6));
    assert.match(setCookies(answer).join(), /cais_session=/);
    assert.deepEqual(setCookies(await browser.send('GET /account/session')), [], 'not at each request');
  });

  test('no answer holds the token of a session', async () => {
    const browser = openBrowser(portal);
    const made = await browser.send('POST /account/sign-up', { body: newPerson() });
    const token = decodeURIComponent([...browser.cookies.values()][0] ?? '').split('.')[0] ?? '';
    assert.ok(token.length >= 20);
    const shown = [made, await browser.send('GET /account/session'), await browser.send('GET /platform/v1/me')];
    for (const { body } of shown) assert.ok(!JSON.stringify(body).includes(token));
  });

  test('an address that tries too often has to wait; others go on', async () => {
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

  test('neither passwords nor e-mail addresses nor sessions get into the log', async () => {
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

/** All that a caller can see of an answer, but for the id that every answer has of its own. */
function told(answer?: { status: number; headers: Record<string, string | undefined>; body: unknown }) {
  if (!answer) throw new Error('There is no answer.');
  const { 'x-request-id': id, date: _, 'content-length': __, ...headers } = answer.headers;
  return JSON.stringify([answer.status, headers, answer.body]).replaceAll(id ?? '', 'req_');
}
