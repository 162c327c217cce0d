import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, signUp } from '../../testing/browser.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { sendAlertLetters } from './send-letters.ts';
import { watchWorkspace } from './watch-workspace.ts';

describeOnDatabases('Letters of alerts', (open) => {
  const minute = 60_000;
  const hour = 60 * minute;
  let now = Date.parse('2026-11-21T16:20:10Z');
  let portal: TestPortal;
  let database: TestDatabase;
  before(async () => {
    portal = await startTestPortal({
      open: async () => {
        database = await open();
        return database;
      },
      now: () => new Date(now),
    });
  });
  after(() => portal.close());

  test('administrators with a confirmed address get one letter when it opens and one when it is over', async () => {
    const person = newPerson();
    await signUp(portal, person);
    const { db } = portal.context;
    const member = await db
      .selectFrom('member')
      .innerJoin('person', 'person.id', 'member.person_id')
      .select('member.workspace_id as id')
      .where('person.email', '=', person.email)
      .executeTakeFirstOrThrow();
    const sent: { to: string; subject: string; text: string }[] = [];
    const send = () =>
      sendAlertLetters(db, {
        publicUrl: 'https://portal.example',
        sendEmail: async (email) => void sent.push(email),
        onError: (error) => assert.fail(error as Error),
      });
    const fault = async (calls: number) => {
      const row = { minutes: 1, at: now - (now % minute), api: 'crm', operation: 'x', actor_id: '', error_code: '' };
      const sums = { request_bytes: 0, response_bytes: 0, dropped: 0 };
      await db
        .insertInto('usage')
        .values({ ...row, ...sums, workspace_id: member.id, status: 500, bucket: 10, calls })
        .execute();
      await watchWorkspace(db, member.id, new Date(now));
    };
    await fault(30);
    await send();
    assert.equal(sent.length, 0, 'the address was never confirmed');
    now += hour;
    await watchWorkspace(db, member.id, new Date(now));
    await db
      .updateTable('person')
      .set({ email_verified: database.kind === 'postgres' ? true : 1 })
      .execute();
    await send();
    sent.length = 0;
    await fault(30);
    for (let passed = 0; passed < 3; passed++) await send();
    now += hour;
    await watchWorkspace(db, member.id, new Date(now));
    for (let passed = 0; passed < 3; passed++) await send();
    assert.deepEqual(
      sent.map(({ to, subject }) => [to, subject.split(':')[0]]),
      [
        [person.email, 'Alerta'],
        [person.email, 'Resolvido'],
      ],
    );
    assert.match(
      sent[0]?.text ?? '',
      /30 of 30 requests in 15 minutes ended in 5xx[\s\S]*https:\/\/portal.example\/en\/alerts/,
    );
    await portal.context.db
      .insertInto('alert_rule')
      .values({
        ...{ workspace_id: member.id, id: 'preset_error_rate', kind: 'error_rate', threshold: 0.05 },
        ...{ is_on: 1, mail: 0, created_at: new Date(now).toISOString() },
      })
      .execute();
    await fault(30);
    await send();
    assert.equal(sent.length, 2, 'this rule sends no mail');
  });
});
