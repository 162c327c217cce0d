import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, signUp } from '../../testing/browser.ts';
import { type MailServer, mailRefusal, startMailServer } from '../../testing/mail-server.ts';
import { type PortalWithClock, startPortalWithClock } from '../../testing/portal-with-clock.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { watchWorkspace } from './watch-workspace.ts';
import { writeAlertLetters } from './write-letters.ts';

describeOnDatabases('Letters of alerts', (open) => {
  const minute = 60_000;
  const hour = 60 * minute;
  let server: MailServer;
  let started: PortalWithClock;
  before(async () => {
    server = await startMailServer();
    const env = { SMTP_URL: server.url, MAIL_FROM: 'portal@cais.example' };
    started = await startPortalWithClock('2026-11-21T16:20:10Z', { open, env });
  });
  after(async () => {
    await started.portal.close();
    await server.close();
  });

  test('administrators with a confirmed address get one letter when it opens and one when it is over', async () => {
    const person = newPerson();
    await signUp(started.portal, person);
    const { portal, database, now, pass } = started;
    const { db, people } = portal.context;
    const member = await db
      .selectFrom('member')
      .innerJoin('person', 'person.id', 'member.person_id')
      .select('member.workspace_id as id')
      .where('person.email', '=', person.email)
      .executeTakeFirstOrThrow();
    const sent = () =>
      server.received.filter(({ text }) => text.includes('/alerts')).map(({ to, text }) => [to[0], text] as const);
    const send = async () => {
      await writeAlertLetters(db, {
        publicUrl: 'https://portal.example',
        languages: ['pt', 'en', 'es'],
        mailQueue: people.mailQueue,
      });
      await people.mailQueue?.sendDue();
    };
    const fault = async (calls: number) => {
      const row = {
        minutes: 1,
        at: now() - (now() % minute),
        api: 'crm',
        operation: 'x',
        actor_id: '',
        error_code: '',
      };
      const sums = { request_bytes: 0, response_bytes: 0, dropped: 0 };
      await db
        .insertInto('usage')
        .values({ ...row, ...sums, workspace_id: member.id, status: 500, bucket: 10, calls })
        .execute();
      await watchWorkspace(db, member.id, new Date(now()));
    };
    await fault(30);
    await send();
    assert.equal(sent().length, 0, 'the address was never confirmed');
    pass(hour);
    await watchWorkspace(db, member.id, new Date(now()));
    await db
      .updateTable('person')
      .set({ email_verified: database.kind === 'postgres' ? true : 1 })
      .execute();
    await send();
    server.received.length = 0;
    server.admit = () => {
      throw mailRefusal(451);
    };
    await fault(30);
    await send();
    server.admit = () => {};
    pass(minute);
    for (let passed = 0; passed < 3; passed++) await send();
    pass(hour);
    await watchWorkspace(db, member.id, new Date(now()));
    for (let passed = 0; passed < 3; passed++) await send();
    assert.deepEqual(
      sent().map(([to, text]) => [to, /^Um alerta começou/.test(text)]),
      [
        [person.email, true],
        [person.email, false],
      ],
    );
    assert.match(
      sent()[0]?.[1] ?? '',
      /30 of 30 requests in 15 minutes ended in 5xx[\s\S]*https:\/\/portal.example\/en\/alerts/,
    );
    assert.match(
      sent()[0]?.[1] ?? '',
      /--\s+Empezó una alerta en [\s\S]*30 de 30 peticiones en 15 minutos[\s\S]*\/es\/alerts/,
    );
    await db
      .insertInto('alert_rule')
      .values({
        ...{ workspace_id: member.id, id: 'preset_error_rate', kind: 'error_rate', threshold: 0.05 },
        ...{ is_on: 1, mail: 0, created_at: new Date(now()).toISOString() },
      })
      .execute();
    await fault(30);
    await send();
    assert.equal(sent().length, 2, 'this rule sends no mail');
  });
});
