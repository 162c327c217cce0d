import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { waitForEmail } from '../testing/wait-for-email.ts';

const workspace = '/platform/v1/workspace';
const customers = '/sandbox/notas/v1/customers';
const customer = { type: 'individual', name: 'Luana Vidal', federal_tax_number: '55566677720', email: 'l@v.example' };

describeOnDatabases('Accounts', (open) => {
  let portal: TestPortal;
  let now = Date.now();
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now), env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  test('signing up signs in, as administrator of a new workspace', async () => {
    const person = newPerson();
    const browser = await signUp(portal, person);
    const { body: session } = await browser.send('GET /account/session');
    assert.equal(session.person.email, person.email);
    const { status, body } = await browser.send('GET /platform/v1/me');
    assert.equal(status, 200);
    assert.deepEqual(
      [body.actor, body.person.name, body.workspace.kind, body.workspace.name, body.role],
      [{ type: 'person', id: session.person.id }, person.name, 'team', person.name, 'administrator'],
    );
  });

  test('a guest who signs up keeps the workspace with its data, which no longer expires', async () => {
    const key = await portal.guest();
    const made = await portal.call(`POST ${customers}`, { key, body: customer });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const guest = (await portal.call(`GET ${workspace}`, { key })).body;
    const browser = await signUp(portal, newPerson(), key);

    const claimed = (await browser.send(`GET ${workspace}`)).body;
    assert.deepEqual([claimed.id, claimed.kind, claimed.expires_at], [guest.id, 'team', null]);
    now += 25 * 60 * 60 * 1000;
    const { body } = await browser.send('POST /account/console-key', { body: {} });
    const read = await portal.call(`GET ${customers}/${made.body.id}`, { key: body.api_key.secret });
    assert.deepEqual([read.status, read.body.name], [200, 'Luana Vidal']);
  });

  test('a guest workspace is claimed once: its key adds no second member', async () => {
    const key = await portal.guest();
    await signUp(portal, newPerson(), key);
    const other = newPerson();
    const again = await openBrowser(portal).send('POST /account/sign-up', {
      body: other,
      headers: { authorization: `Bearer ${key}` },
    });
    assert.deepEqual([again.status, again.body.code], [409, 'invalid_state']);
    const signedIn = await openBrowser(portal).send('POST /account/sign-in', {
      body: { email: other.email, password: other.password },
    });
    assert.equal(signedIn.status, 401, 'the failed sign-up created no account');
  });

  test('an invalid key creates no account', async () => {
    const person = newPerson();
    const headers = { authorization: 'Bearer sk_test_none' };
    const { status, body } = await openBrowser(portal).send('POST /account/sign-up', { body: person, headers });
    assert.deepEqual([status, body.code], [401, 'invalid_key']);
    assert.equal((await openBrowser(portal).send('POST /account/sign-up', { body: person })).status, 201);
  });

  test("signing out ends the session and the console's key", async () => {
    const person = newPerson();
    const browser = await signUp(portal, person);
    const { body } = await browser.send('POST /account/console-key', { body: {} });
    const key = body.api_key.secret;
    assert.equal((await portal.call(`GET ${customers}`, { key })).status, 200);
    const copies = new Map(browser.cookies);
    assert.equal((await browser.send('POST /account/sign-out', { body: {} })).status, 204);
    assert.equal((await portal.call(`GET ${customers}`, { key })).status, 401);
    assert.deepEqual((await browser.send('GET /account/session')).body, { person: null });
    for (const [name, value] of copies) browser.cookies.set(name, value);
    assert.deepEqual((await browser.send('GET /account/session')).body, { person: null }, 'a copied cookie is invalid');
    const { email, password } = person;
    assert.equal((await browser.send('POST /account/sign-in', { body: { email, password } })).status, 200);
    assert.equal((await browser.send(`GET ${workspace}`)).status, 200);
  });

  test('a forgotten password is reset by a link that works once, and every session ends', async () => {
    const person = newPerson();
    const browser = await signUp(portal, person);
    const { body } = await browser.send('POST /account/console-key', { body: {} });
    const visitor = openBrowser(portal);
    const asked = { body: { email: person.email }, headers: { 'accept-language': 'en' } };
    assert.equal((await visitor.send('POST /account/request-password-reset', asked)).status, 202);
    const { text, token } = await waitForEmail(portal, person.email, 'reset-password');
    assert.match(text, /\/en\/reset-password#/);
    const chosen = { token, password: 'outra senha bem longa' };
    assert.equal((await visitor.send('POST /account/reset-password', { body: chosen })).status, 204);

    assert.deepEqual((await browser.send('GET /account/session')).body, { person: null });
    assert.equal((await portal.call(`GET ${customers}`, { key: body.api_key.secret })).status, 401);
    const again = await visitor.send('POST /account/reset-password', { body: chosen });
    assert.deepEqual([again.status, again.body.code], [410, 'expired_link']);
    const signIn = (password: string) =>
      visitor.send('POST /account/sign-in', { body: { email: person.email, password } });
    assert.equal((await signIn(person.password)).status, 401);
    assert.equal((await signIn(chosen.password)).status, 200);
  });

  test('the token of a link is not in the database', async () => {
    const person = newPerson();
    await signUp(portal, person);
    await openBrowser(portal).send('POST /account/request-password-reset', { body: { email: person.email } });
    const { token } = await waitForEmail(portal, person.email, 'reset-password');
    assert.ok(token.length >= 20);
    const rows = await portal.context.db.selectFrom('person_verification').selectAll().execute();
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(token));
  });

  test('a new password requires the current one, and ends the other sessions', async () => {
    const person = newPerson();
    const browser = await signUp(portal, person);
    const elsewhere = openBrowser(portal);
    await elsewhere.send('POST /account/sign-in', { body: { email: person.email, password: person.password } });
    const change = (current_password: string) =>
      browser.send('POST /account/change-password', { body: { current_password, password: 'nova senha comprida' } });
    const wrong = await change('não é esta');
    assert.deepEqual([wrong.status, wrong.body.errors[0].pointer], [422, '#/current_password']);
    assert.equal((await change(person.password)).status, 204);
    assert.equal((await browser.send('GET /account/session')).body.person.email, person.email);
    assert.deepEqual((await elsewhere.send('GET /account/session')).body, { person: null });
  });

  test("all invalid fields are named at once, in the reader's language", async () => {
    const body = { name: ' ', email: 'marina', password: 'curta', admin: true };
    const headers = { 'accept-language': 'pt-BR' };
    const answer = await openBrowser(portal).send('POST /account/sign-up', { body, headers });
    assert.equal(answer.status, 422);
    assert.deepEqual(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort(), [
      '#/admin',
      '#/email',
      '#/name',
      '#/password',
    ]);
    assert.match(JSON.stringify(answer.body), /deve ter ao menos 10 caracteres/);
  });

  test('an e-mail address has one account, however it is written', async () => {
    const person = newPerson();
    await signUp(portal, person);
    const again = { ...person, email: person.email.toUpperCase() };
    const { status, body } = await openBrowser(portal).send('POST /account/sign-up', { body: again });
    assert.deepEqual([status, body.code], [409, 'already_exists']);
    const signIn = { email: again.email, password: person.password };
    assert.equal((await openBrowser(portal).send('POST /account/sign-in', { body: signIn })).status, 200);
  });

  test('two simultaneous sign-ups with one address create one account', async () => {
    const person = newPerson();
    const both = await Promise.all(
      [1, 2].map(() => openBrowser(portal).send('POST /account/sign-up', { body: person })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
  });

  test('a name can be changed', async () => {
    const browser = await signUp(portal, newPerson());
    assert.equal((await browser.send('POST /account/change-name', { body: { name: 'Ana Luz' } })).status, 200);
    assert.equal((await browser.send('GET /account/session')).body.person.name, 'Ana Luz');
  });
});
