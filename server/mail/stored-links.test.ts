import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { invite } from '../testing/members.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { waitForEmail } from '../testing/wait-for-email.ts';

const tables = [
  'outbox_letter',
  'person_verification',
  'person_session',
  'person_credential',
  'person',
  'invitation',
  'api_key',
  'oauth_client',
  'audit_event',
];

describeOnDatabases('A copy of the database', (open) => {
  let portal: TestPortal;
  let ahead = 0;
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(Date.now() + ahead) });
  });
  after(() => portal.close());

  test('opens no account: no link of an e-mail, key or password is in it', async () => {
    const [person, invited] = [newPerson(), newPerson()];
    const browser = await signUp(portal, person);
    await invite(browser, invited.email, 'administrator');
    await openBrowser(portal).send('POST /account/request-password-reset', { body: { email: person.email } });
    const emails = [
      await waitForEmail(portal, person.email, 'confirm-email'),
      await waitForEmail(portal, person.email, 'reset-password'),
      await waitForEmail(portal, invited.email, 'invitation'),
    ];
    const { secret } = (await browser.send('POST /account/console-key', { body: {} })).body.api_key;
    const secrets = [...emails.map(({ token }) => token), secret, person.password];
    for (const table of tables) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(portal.context.db);
      const text = JSON.stringify(rows);
      for (const each of secrets) assert.ok(!text.includes(each), `${table} holds a secret`);
    }
  });

  test('holds no e-mail for longer than its links live', async () => {
    const person = newPerson();
    await signUp(portal, person);
    await waitForEmail(portal, person.email, 'confirm-email');
    ahead = 7 * 24 * 60 * 60 * 1000 + 1000;
    assert.deepEqual(await portal.context.people.outbox.list(), []);
    const later = newPerson();
    await signUp(portal, later);
    await waitForEmail(portal, later.email, 'confirm-email');
    const left = await portal.context.db.selectFrom('outbox_letter').select('recipient').execute();
    assert.deepEqual(
      left.map(({ recipient }) => recipient),
      [later.email],
    );
  });
});
