import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { canUnseal, seal, unseal } from '../identity/sealed-secret.ts';
import { listJobs } from '../list-jobs.ts';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { type MailServer, mailRefusal, startMailServer } from '../testing/mail-server.ts';
import { type PortalWithClock, startPortalWithClock } from '../testing/portal-with-clock.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { createMailQueue } from './mail-queue.ts';

describeOnDatabases('Letters that the mail server does not take at once', (open) => {
  const minute = 60_000;
  let server: MailServer;
  let started: PortalWithClock;
  before(async () => {
    server = await startMailServer();
    const env = { SMTP_URL: server.url, MAIL_FROM: 'portal@cais.example', SIGN_INS_PER_HOUR: '100' };
    started = await startPortalWithClock('2026-11-21T16:20:10Z', { open, env });
  });
  after(async () => {
    await started.portal.close();
    await server.close();
  });

  const letter = (to: string) => ({ to, subject: 'Olá', text: 'um segredo' });
  const post = (to: string) => started.portal.context.people.postEmail(letter(to));
  const work = async () => {
    const job = listJobs(started.portal.context).find(({ name }) => name === 'send-letters');
    await job?.run();
  };
  const waiting = async () => started.portal.context.db.selectFrom('letter_to_send').selectAll().execute();
  const mailsTo = (address: string) => server.received.filter(({ to }) => to.includes(address)).length;
  /** Refuses all letters with a code, and counts them, until it is called. */
  const refuse = (code: number) => {
    let refused = 0;
    server.admit = () => {
      refused++;
      throw mailRefusal(code);
    };
    return () => {
      server.admit = () => {};
      return refused;
    };
  };

  test('are kept, encrypted, and sent once when it takes them, by another server too', async () => {
    const accept = refuse(451);
    await post('ana@loja.example');
    const [stored] = await waiting();
    assert.equal(stored?.attempts, 1);
    assert.ok(!JSON.stringify(stored).includes('segredo'));
    await work();
    assert.equal(accept(), 1, 'not again at once');
    started.pass(minute);
    const { context } = started.portal;
    const other = createMailQueue(await started.database.reopen(), {
      seal: (owner, text) => seal(context.peppers, owner, text),
      unseal: (owner, text) => (canUnseal(context.peppers, text) ? unseal(context.peppers, owner, text) : undefined),
      now: context.now,
      send: context.people.sendEmail,
      onError: (error) => assert.fail(error as Error),
    });
    await Promise.all([work(), other.sendDue(), work(), other.sendDue()]);
    assert.equal(mailsTo('ana@loja.example'), 1);
    assert.deepEqual(await waiting(), []);
  });

  test('are tried ever less often, and given up after a day and a half', async () => {
    const accept = refuse(421);
    await post('bia@loja.example');
    let passed = 0;
    for (; (await waiting()).length > 0 && passed < 72 * 60; passed += 15) {
      started.pass(15 * minute);
      await work();
    }
    assert.ok(passed > 24 * 60 && passed < 48 * 60, `${passed} minutes`);
    assert.equal(accept(), 10);
  });

  test('are not tried again where it refuses the address for good', async () => {
    const accept = refuse(550);
    await post('ninguem@loja.example');
    assert.equal(accept(), 1);
    assert.deepEqual(await waiting(), []);
  });

  test('wait while it cannot be reached, and are tried again when whoever sent them has died', async () => {
    const dying = createMailQueue(started.portal.context.db, {
      seal: (owner, text) => seal(started.portal.context.peppers, owner, text),
      unseal: () => 'never sent',
      now: started.portal.context.now,
      send: () => new Promise(() => {}),
      onError: () => {},
    });
    void dying.post(letter('caio@loja.example'));
    while ((await waiting())[0]?.claim == null) await turn();
    await work();
    assert.equal(mailsTo('caio@loja.example'), 0, 'somebody is sending it');
    started.pass(6 * minute);
    await work();
    assert.equal(mailsTo('caio@loja.example'), 1);
  });

  test('include what confirms an address; an account that is deleted takes its own along', async () => {
    const accept = refuse(451);
    const [person, other] = [newPerson(), newPerson()];
    await signUp(started.portal, other);
    const browser = await signUp(started.portal, person);
    const hasEnded = ({ attempts, due_at }: { attempts: number; due_at: number }) =>
      attempts === 1 && Number(due_at) === started.now() + minute;
    const toThem = async () => (await waiting()).filter(({ recipient }) => recipient === person.email);
    // Until then, the letter that is deleted could still be sent, and the other would be tried later.
    while ((await toThem()).length !== 1 || (await waiting()).filter(hasEnded).length !== 2) await turn();
    const gone = await browser.send('POST /account/delete-account', { body: { current_password: person.password } });
    assert.equal(gone.status, 204);
    assert.ok((await toThem()).every(({ subject }) => !subject.startsWith('Confirme')));
    accept();
    started.pass(3 * minute);
    await work();
    assert.match(server.received.find(({ to }) => to.includes(other.email))?.text ?? '', /\/confirm-email#token=\S+/);
    assert.equal((await openBrowser(started.portal).send('GET /account/session')).status, 200);
  });
});
