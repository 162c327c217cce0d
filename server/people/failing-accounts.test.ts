import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { fillDisk } from '../testing/full-disk.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

describeOnDatabases('Accounts, while the database fails', (open) => {
  let database: TestDatabase;
  let portal: TestPortal;
  before(async () => {
    database = await open();
    portal = await startTestPortal({ open: async () => database });
  });
  after(() => portal.close());

  for (const table of ['person', 'person_credential', 'person_session']) {
    test(`a sign-up that cannot store a ${table} is 503, never "the account exists", and works afterwards`, async () => {
      const body = newPerson();
      const makeRoom = await fillDisk(database, 'insert', table);
      const refused = await openBrowser(portal).send('POST /account/sign-up', { body });
      await makeRoom();
      assert.deepEqual([refused.status, refused.body.code], [503, 'unavailable']);
      assert.match(refused.body.detail, /disco do banco de dados está cheio/);
      assert.equal((await openBrowser(portal).send('POST /account/sign-up', { body })).status, 201);
    });
  }

  test('an error of the program at a sign-up is 500, not "the account exists"', async () => {
    const { schema } = portal.context.db;
    await schema.alterTable('person').renameColumn('name', 'elsewhere').execute();
    const failed = await openBrowser(portal).send('POST /account/sign-up', { body: newPerson() });
    await schema.alterTable('person').renameColumn('elsewhere', 'name').execute();
    assert.deepEqual([failed.status, failed.body.code], [500, 'internal_error']);
  });

  test('a sign-out that cannot end the session is 503, and the person is still signed in', async () => {
    const browser = await signUp(portal, newPerson());
    const makeRoom = await fillDisk(database, 'delete', 'person_session');
    const refused = await browser.send('POST /account/sign-out', { body: {} });
    await makeRoom();
    assert.equal(refused.status, 503);
    assert.ok((await browser.send('GET /account/session')).body.person, 'the cookie is kept');
    assert.equal((await browser.send('POST /account/sign-out', { body: {} })).status, 204);
  });

  test('simultaneous sign-ups of one address create one account', async () => {
    const body = newPerson();
    const answers = await Promise.all([1, 2, 3].map(() => openBrowser(portal).send('POST /account/sign-up', { body })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409]);
  });
});
