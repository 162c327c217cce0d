import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { KyselyPlugin } from 'kysely';
import { listJobs } from '../list-jobs.ts';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { type MailServer, mailRefusal, startMailServer } from '../testing/mail-server.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { createMailQueue } from './mail-queue.ts';

describeOnDatabases('The queue of letters', (open) => {
  const minute = 60_000;
  const day = 24 * 60 * minute;
  let now = Date.parse('2026-11-21T16:20:10Z');
  let server: MailServer;
  let portal: TestPortal;
  let log = '';
  const start = (env: Record<string, string> = {}) =>
    startTestPortal({
      open,
      now: () => new Date(now),
      env: { LOG_LEVEL: 'error', ...env },
      logStream: {
        write: (line: string) => {
          log += line;
        },
      },
    });
  const withMail = () => start({ SMTP_URL: server.url, MAIL_FROM: 'portal@cais.example', SIGN_INS_PER_HOUR: '100' });
  before(async () => {
    server = await startMailServer();
    portal = await withMail();
  });
  after(async () => {
    await portal.close();
    await server.close();
  });

  const letter = (to: string) => ({ to, subject: 'Olá', text: 'um segredo' });
  const waiting = (of = portal) => of.context.db.selectFrom('letter_to_send').selectAll().execute();
  const run = async (name: string, of = portal) => {
    await listJobs(of.context)
      .find((job) => job.name === name)
      ?.run();
  };
  const mailsTo = (address: string) => server.received.filter(({ to }) => to.includes(address)).length;
  const refuse = (code: number) => {
    server.admit = () => {
      throw mailRefusal(code);
    };
  };
  const accept = () => {
    server.admit = () => {};
    server.admitSender = () => {};
  };
  const queueOf = (of: TestPortal, db = of.context.db) =>
    createMailQueue(db, {
      seal: (_, text) => text,
      unseal: (_, text) => text,
      now: of.context.now,
      send: of.context.people.sendEmail,
      onError: () => {},
    });

  test('finishes what is under way before the portal closes, and begins nothing more', async () => {
    const other = await withMail();
    const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    server.admit = () => {
      held.resolve();
      return release.promise;
    };
    let left: unknown[] | undefined;
    const { people, db } = other.context;
    people.postLater(letter('held@loja.example'));
    await held.promise;
    // When the app has closed, the database is closed next.
    const closing = other.app.close().then(async () => {
      left = await db.selectFrom('letter_to_send').selectAll().execute();
    });
    // Long enough for a portal that waits for nobody; one that waits passes at any speed.
    await Promise.race([closing, wait(500)]);
    release.resolve();
    await closing;
    accept();
    assert.deepEqual(left, []);
    assert.equal(mailsTo('held@loja.example'), 1);
    await people.postEmail(letter('late@loja.example'));
    await people.mailQueue?.sendDue();
    assert.equal(mailsTo('late@loja.example'), 0);
    assert.equal((await waiting(other)).length, 1, 'it waits for the next server');
    await other.close();
  });

  test('sends a letter once, though the database fails when it has been sent', async () => {
    let failures = 0;
    const failing: KyselyPlugin = {
      transformQuery: ({ node }) => {
        if (node.kind === 'DeleteQueryNode' && failures++ === 0)
          throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const queue = queueOf(portal, portal.context.db.withPlugin(failing));
    await queue.post(letter('once@loja.example'));
    assert.equal(failures, 2);
    assert.deepEqual(await waiting(), []);
    now += 10 * minute;
    await queue.sendDue();
    assert.equal(mailsTo('once@loja.example'), 1);
  });

  test('keeps a letter whose sender is refused: an operator can mend that', async () => {
    for (const refusal of [
      mailRefusal(550),
      Object.assign(mailRefusal(554), { message: '5.7.1 Relay access denied' }),
    ]) {
      const refuses = () => {
        throw refusal;
      };
      if (refusal.message === 'Not now.') server.admitSender = refuses;
      else server.admit = refuses;
      await portal.context.people.postEmail(letter('sender@loja.example'));
      assert.equal((await waiting()).length, 1, refusal.message);
      accept();
      now += 2 * minute;
      await run('send-letters');
    }
    assert.equal(mailsTo('sender@loja.example'), 2);
  });

  test('sends no letter whose link no longer works', async () => {
    const person = newPerson();
    await signUp(portal, person);
    while (mailsTo(person.email) === 0) await wait(20);
    while ((await waiting()).length > 0) await wait(20);
    refuse(451);
    await openBrowser(portal).send('POST /account/request-password-reset', { body: { email: person.email } });
    while ((await waiting()).length === 0) await wait(20);
    for (let passed = 0; passed < 12; passed++) {
      now += 15 * minute;
      if (passed === 3) accept();
      if (passed > 2) await run('send-letters');
    }
    assert.equal(mailsTo(person.email), 1, 'only the letter of the sign-up');
    await run('remove-expired-letters');
    assert.deepEqual(await waiting(), []);
  });

  test('is not filled by alerts: neither of one workspace nor of all', async () => {
    refuse(451);
    const { people, db } = portal.context;
    const alerts = Array.from({ length: 300 }, (_, index) => letter(`a${index}@loja.example`));
    for (let made = 0; made < 26; made++) await portal.guest();
    const workspaces = await db.selectFrom('workspace').select('id').where('kind', '=', 'guest').execute();
    log = '';
    for (const [index, { id }] of workspaces.entries()) {
      await people.mailQueue?.addAlerts(db, id, alerts);
      assert.equal((await waiting()).length, Math.min(5000, (index + 1) * 200));
    }
    assert.equal(log.match(/"msg":"[^"]*: 100 of alerts of/g)?.length, 25);
    assert.equal(log.match(/"msg":"[^"]*: 300 of alerts of/g)?.length, 1);
    await people.postEmail(letter('reset@loja.example'));
    assert.equal((await waiting()).length, 5001);
    accept();
    await db.deleteFrom('letter_to_send').execute();
  });

  test('forgets its letters where the portal has no mail server any more', async () => {
    const without = await start();
    await without.guest();
    const { id } = await without.context.db.selectFrom('workspace').select('id').executeTakeFirstOrThrow();
    await queueOf(without).addAlerts(without.context.db, id, [letter('ana@loja.example')]);
    now += 6 * day;
    await run('remove-expired-letters', without);
    assert.equal((await waiting(without)).length, 1);
    now += day;
    await run('remove-expired-letters', without);
    assert.deepEqual(await waiting(without), []);
    await without.close();
  });
});
