import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const customers = '/sandbox/notas/v1/customers';

describeOnDatabases("A person's sessions", (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  /** A person who is signed in here, on a phone, and at work. */
  const inThreeBrowsers = async (): Promise<[Browser, Browser, Browser]> => {
    const person = newPerson();
    const signIn = { email: person.email, password: person.password };
    const here = await signUp(portal, person);
    const [phone, work] = [openBrowser(portal), openBrowser(portal)];
    for (const [browser, agent] of [
      [phone, 'Phone/1.0'],
      [work, 'Desk/2.0'],
    ] as const)
      await browser.send('POST /account/sign-in', { body: signIn, headers: { 'user-agent': agent } });
    return [here, phone, work];
  };
  const sessionsOf = async (browser: Browser) => (await browser.send('GET /account/sessions')).body.data;
  const isIn = async (browser: Browser) => (await browser.send('GET /account/session')).body.person !== null;
  const keyOf = async (browser: Browser): Promise<string> =>
    (await browser.send('POST /account/console-key', { body: {} })).body.api_key.secret;
  const opens = async (key: string) => (await portal.call(`GET ${customers}`, { key })).status === 200;

  test('are listed with their browsers, newest first, and the current one is marked', async () => {
    const [here, phone] = await inThreeBrowsers();
    const own = await sessionsOf(here);
    assert.deepEqual(
      own.map(({ user_agent, current }: { user_agent: string; current: boolean }) => [user_agent, current]),
      [
        ['Desk/2.0', false],
        ['Phone/1.0', false],
        ['lightMyRequest', true],
      ],
    );
    const [, seen] = await sessionsOf(phone);
    assert.deepEqual([seen.user_agent, seen.current], ['Phone/1.0', true]);
    assert.ok(Date.parse(seen.expires_at) > Date.parse(seen.created_at));
    assert.doesNotMatch(JSON.stringify(own), /token/);
    assert.ok(![...phone.cookies.values()].some((value) => JSON.stringify(own).includes(value.slice(0, 20))));
  });

  test('one can be ended alone, at once, with its console key', async () => {
    const [here, phone, work] = await inThreeBrowsers();
    const [theirs, others] = [await keyOf(phone), await keyOf(work)];
    assert.ok(await opens(theirs));
    const { id } = (await sessionsOf(here)).find(
      ({ user_agent }: { user_agent: string }) => user_agent === 'Phone/1.0',
    );
    assert.equal((await here.send('POST /account/end-session', { body: { session_id: id } })).status, 204);
    assert.deepEqual([await isIn(phone), await isIn(work), await isIn(here)], [false, true, true]);
    assert.deepEqual([await opens(theirs), await opens(others)], [false, true]);
    assert.equal((await sessionsOf(here)).length, 2);
  });

  test('all others can be ended at once', async () => {
    const [here, phone, work] = await inThreeBrowsers();
    const key = await keyOf(work);
    assert.equal((await here.send('POST /account/end-other-sessions', { body: {} })).status, 204);
    assert.deepEqual([await isIn(phone), await isIn(work), await isIn(here)], [false, false, true]);
    assert.equal(await opens(key), false);
    assert.equal((await sessionsOf(here)).length, 1);
  });

  test("another person's sessions can be neither ended nor seen, and listing requires a session", async () => {
    const [here] = await inThreeBrowsers();
    const stranger = await signUp(portal, newPerson());
    const [{ id }] = await sessionsOf(here);
    const { status, body } = await stranger.send('POST /account/end-session', { body: { session_id: id } });
    assert.deepEqual([status, body.code], [404, 'not_found']);
    assert.equal((await sessionsOf(here)).length, 3);
    assert.equal((await sessionsOf(stranger)).length, 1);
    assert.equal((await openBrowser(portal).send('GET /account/sessions')).status, 401);
    const foreign = openBrowser(portal, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    for (const [name, value] of here.cookies) foreign.cookies.set(name, value);
    assert.equal((await foreign.send('GET /account/sessions')).status, 401);
    assert.equal((await foreign.send('POST /account/end-other-sessions', { body: {} })).status, 403);
    assert.equal((await sessionsOf(here)).length, 3);
  });
});
