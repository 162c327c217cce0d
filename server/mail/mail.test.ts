import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { type MailServer, mailRefusal, type ReceivedMail, startMailServer } from '../testing/mail-server.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { type LinkPage, waitForEmail } from '../testing/wait-for-email.ts';

describe('Mail by SMTP', () => {
  let server: MailServer;
  let portal: TestPortal;
  before(async () => {
    server = await startMailServer();
    portal = await startTestPortal({
      env: { SMTP_URL: server.url, MAIL_FROM: 'Cais <portal@cais.example>', SIGN_INS_PER_HOUR: '100' },
    });
  });
  after(async () => {
    await portal.close();
    await server.close();
  });

  const emailTo = async (email: string, page: LinkPage): Promise<ReceivedMail> => {
    for (let attempt = 0; attempt < 1500; attempt++) {
      const found = server.received.find(({ to, text }) => to.includes(email) && text.includes(`/${page}#`));
      if (found) return found;
      await sleep(20);
    }
    throw new Error(`Nothing was sent to ${email}.`);
  };

  test('an email goes to the configured mail server, and is not stored', async () => {
    const person = newPerson('João Conceição');
    await signUp(portal, person);
    await openBrowser(portal).send('POST /account/request-password-reset', { body: { email: person.email } });
    const { from, message, text } = await emailTo(person.email, 'reset-password');
    assert.equal(from, 'portal@cais.example');
    assert.match(message, /^From: Cais <portal@cais\.example>/m);
    assert.match(text, /Olá, João Conceição![\s\S]*\/reset-password#token=\S+/);
    assert.deepEqual(await portal.context.db.selectFrom('outbox_letter').select('id').execute(), []);
    assert.equal((await openBrowser(portal).send('GET /account/outbox')).status, 404);
  });

  test('an address without an account gets no email', async () => {
    const person = newPerson();
    await signUp(portal, person);
    for (const email of ['ninguem@loja.example', person.email])
      await openBrowser(portal).send('POST /account/request-password-reset', { body: { email } });
    await emailTo(person.email, 'reset-password');
    assert.ok(!server.received.some(({ to }) => to.includes('ninguem@loja.example')));
  });

  test('no invitation is created when its email cannot be sent', async () => {
    const owner = await signUp(portal, newPerson());
    const body = { email: 'rafael@loja.example', role: 'reader' };
    const invite = () => owner.send('POST /platform/v1/invitations', { body });
    server.admit = () => {
      throw mailRefusal(452);
    };
    const refused = await invite();
    server.admit = () => {};
    assert.deepEqual([refused.status, refused.body.code], [503, 'mail_not_sent']);
    assert.equal((await invite()).status, 201);
    assert.match((await emailTo(body.email, 'invitation')).text, /\/invitation#token=\S+/);
  });

  test('a name cannot add lines or recipients to an email', async () => {
    const name = 'Ana\r\nBcc: outra@loja.example';
    const { status } = await openBrowser(portal).send('POST /account/sign-up', { body: { ...newPerson(), name } });
    assert.equal(status, 422);
  });
});

describeOnDatabases('The outbox', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open });
  });
  after(() => portal.close());

  const read = (from: { remoteAddress?: string; headers?: Record<string, string> } = {}, of = portal) =>
    of.app.inject({ url: '/account/outbox', ...from, headers: { host: 'localhost:3000', ...from.headers } });

  test('without a mail server emails are stored, and this machine can read them', async () => {
    const person = newPerson();
    await signUp(portal, person);
    await openBrowser(portal).send('POST /account/request-password-reset', { body: { email: person.email } });
    await waitForEmail(portal, person.email, 'reset-password');
    const response = await read();
    assert.equal(response.statusCode, 200);
    const emails: { to: string; subject: string }[] = response.json().data;
    assert.deepEqual(
      emails
        .filter(({ to }) => to === person.email)
        .map(({ subject }) => subject)
        .sort(),
      ['Confirme o seu e-mail no portal Cais', 'Sua nova senha no portal Cais'],
    );
    assert.equal(response.headers['cache-control'], 'no-store');
    assert.equal(response.headers['access-control-allow-origin'], undefined);
  });

  test('other callers cannot: from outside, through a proxy, by a foreign host name or from another site', async () => {
    const others: { remoteAddress?: string; headers?: Record<string, string> }[] = [
      { remoteAddress: '198.51.100.7' },
      { remoteAddress: '2001:db8::7' },
      { headers: { 'x-forwarded-for': '127.0.0.1' } },
      { headers: { forwarded: 'for=127.0.0.1' } },
      { headers: { host: 'portal.example' } },
      { headers: { host: 'localhost.evil.example:3000' } },
      { headers: { 'sec-fetch-site': 'cross-site' } },
    ];
    for (const other of others) assert.equal((await read(other)).statusCode, 404, JSON.stringify(other));
    assert.equal((await read({ remoteAddress: '::ffff:127.0.0.1' })).statusCode, 200);
    assert.equal((await read({ remoteAddress: '::1' })).statusCode, 200);
  });

  test('a trusted proxy cannot either; OUTBOX=open allows it, and off forbids it', async () => {
    const elsewhere = { remoteAddress: '198.51.100.7', headers: { 'x-forwarded-for': '127.0.0.1', host: 'a.example' } };
    for (const [env, status] of [
      [{ TRUST_PROXY: 'true' }, 404],
      [{ OUTBOX: 'open' }, 200],
    ] as const) {
      const other = await startTestPortal({ env });
      assert.equal((await read(elsewhere, other)).statusCode, status, JSON.stringify(env));
      await other.close();
    }
    const closed = await startTestPortal({ env: { OUTBOX: 'off' } });
    assert.equal((await read({}, closed)).statusCode, 404);
    await closed.close();
  });
});
