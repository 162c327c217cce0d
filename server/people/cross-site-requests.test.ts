import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

describe('Sessions, and requests from other sites', () => {
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
  /** The headers that a browser adds to a request from a page of another or a sibling site. */
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

  test('a request from another site changes nothing, whatever the action', async () => {
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

  test('the platform API ignores the cookie on a request from another site', async () => {
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

  test('sandboxes accept no sessions', async () => {
    const browser = await signUp(portal, newPerson());
    assert.equal((await browser.send('GET /sandbox/notas/v1/customers')).status, 401);
  });

  test('forms of other sites are not read: only JSON is', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await openBrowser(portal).send('POST /account/sign-in', { body: 'email=a@b.example', headers });
    assert.ok([400, 415].includes(answer.status), String(answer.status));
  });

  test('no field can redirect a browser', async () => {
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
});
