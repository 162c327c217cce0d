import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getMigrations } from 'better-auth/db/migration';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { authOptions } from './auth.ts';
import { removeExpiredSessions } from './remove-expired-sessions.ts';

const day = 24 * 60 * 60 * 1000;

describeOnDatabases('better-auth on our tables', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open });
  });
  after(() => portal.close());

  test('finds every table and column that it needs', async () => {
    const { db, config, peppers } = portal.context;
    const options = authOptions({
      db,
      config,
      peppers,
      sendPasswordReset: async () => {},
      sendConfirmation: async () => {},
      onPasswordReset: async () => {},
    });
    const { toBeCreated, toBeAdded } = await getMigrations(options);
    assert.deepEqual([toBeCreated, toBeAdded], [[], []]);
  });

  test('sessions and links are removed when they expire, and not before', async () => {
    const person = newPerson();
    await signUp(portal, person);
    await openBrowser(portal).send('POST /account/request-password-reset', { body: { email: person.email } });
    const { db } = portal.context;
    const rows = async () => [
      (await db.selectFrom('person_session').select('id').execute()).length,
      (await db.selectFrom('person_verification').select('id').execute()).length,
    ];
    assert.equal(await removeExpiredSessions(db, new Date()), 0);
    assert.deepEqual(await rows(), [1, 1]);
    assert.equal(await removeExpiredSessions(db, new Date(Date.now() + day)), 0);
    assert.deepEqual(await rows(), [1, 0]);
    assert.equal(await removeExpiredSessions(db, new Date(Date.now() + 8 * day)), 1);
    assert.deepEqual(await rows(), [0, 0]);
  });
});
