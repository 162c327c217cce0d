import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newPerson, openBrowser, setCookies, signUp } from '../testing/browser.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

describe('The session cookie', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  test('is hidden from scripts and other sites, and under https sent over https only', async () => {
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

  test('signing in replaces a session that was planted in the browser before', async () => {
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

  test('a cookie with one changed character is invalid', async () => {
    const browser = await signUp(portal, newPerson());
    const [[name, value] = ['', '']] = browser.cookies;
    for (const place of [0, 10, value.indexOf('.') + 3]) {
      const character = value[place] === 'A' ? 'B' : 'A';
      browser.cookies.set(name, value.slice(0, place) + character + value.slice(place + 1));
      assert.deepEqual((await browser.send('GET /account/session')).body, { person: null }, `character ${place}`);
    }
  });

  test('a session is extended when its person returns, and its cookie is set again', async () => {
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
    assert.deepEqual(setCookies(await browser.send('GET /account/session')), [], 'not on each request');
  });

  test('no response body contains the token of a session', async () => {
    const browser = openBrowser(portal);
    const made = await browser.send('POST /account/sign-up', { body: newPerson() });
    const token = decodeURIComponent([...browser.cookies.values()][0] ?? '').split('.')[0] ?? '';
    assert.ok(token.length >= 20);
    const shown = [made, await browser.send('GET /account/session'), await browser.send('GET /platform/v1/me')];
    for (const { body } of shown) assert.ok(!JSON.stringify(body).includes(token));
  });
});
