import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { consoleKey, invite, joinWorkspace } from '../testing/members.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const platform = '/platform/v1';

describeOnDatabases('An account that is deleted', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const remove = (browser: Browser, password = 'barco azul no cais') =>
    browser.send('POST /account/delete-account', { body: { current_password: password } });
  const newKey = async (browser: Browser) =>
    (await browser.send(`POST ${platform}/api_keys`, { body: { name: 'CI', scopes: ['*:read'] } })).body;
  const session = async (browser: Browser) => (await browser.send('GET /account/session')).body;
  /** The tables with a text anywhere in their rows. */
  async function tablesWith(text: string): Promise<string[]> {
    const { db } = portal.context;
    const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('kysely'));
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await db
        .selectFrom(name as 'person')
        .selectAll()
        .execute();
      if (JSON.stringify(rows).includes(text)) found.push(name);
    }
    return found;
  }

  test('takes its own workspace with everything in it, its sessions and its keys, and leaves no trace', async () => {
    const person = newPerson('Zuleica Prates');
    const browser = await signUp(portal, person);
    const elsewhere = openBrowser(portal);
    await elsewhere.send('POST /account/sign-in', { body: { email: person.email, password: person.password } });
    const { workspace, person: me } = await session(browser);
    const [key, console] = [await newKey(browser), await consoleKey(browser)];
    await portal.call('GET /sandbox/notas/v1/customers', { key: console });
    const answer = await remove(browser);
    assert.equal(answer.status, 204, JSON.stringify(answer.body));
    for (const each of [browser, elsewhere]) assert.equal((await session(each)).person, null);
    for (const each of [key.secret, console])
      assert.equal((await portal.call(`GET ${platform}/me`, { key: each })).status, 401);
    const again = await openBrowser(portal).send('POST /account/sign-in', {
      body: { email: person.email, password: person.password },
    });
    assert.equal(again.body.code, 'invalid_sign_in');
    for (const trace of [me.id, workspace.id, person.name]) assert.deepEqual(await tablesWith(trace), [], trace);
    assert.deepEqual(await tablesWith(person.email), ['outbox_letter'], 'the letter that says so');
    assert.equal((await openBrowser(portal).send('POST /account/sign-up', { body: person })).status, 201);
  });

  test('leaves what others use: their workspace stays, without its keys, and with a trail that does not say who', async () => {
    const owner = await signUp(portal, newPerson());
    const { browser, person, id } = await joinWorkspace(portal, owner, 'developer');
    const { workspaces } = await session(browser);
    const [key, theirs] = [await newKey(browser), await newKey(owner)];
    assert.equal((await remove(browser)).status, 204);
    assert.equal((await portal.call(`GET ${platform}/me`, { key: key.secret })).status, 401);
    assert.equal((await portal.call(`GET ${platform}/me`, { key: theirs.secret })).status, 200);
    const { data: members } = (await owner.send(`GET ${platform}/members`)).body;
    assert.deepEqual([members.length, workspaces.length], [1, 2]);
    const { data: trail } = (await owner.send(`GET ${platform}/audit_events?limit=100`)).body;
    const made = trail.find(({ target }: { target: { id: string } }) => target.id === key.id);
    assert.deepEqual([made.actor, made.address], [{ type: 'person', id: null }, null]);
    const text = JSON.stringify([trail, (await owner.send(`GET ${platform}/invitations`)).body]);
    assert.ok(!text.includes(person.email) && !text.includes(person.name));
    const gone = trail.find(({ action }: { action: string }) => action === 'member.removed');
    assert.equal(gone.target.id, id);
    const { data: keys } = (await owner.send(`GET ${platform}/api_keys`)).body;
    assert.deepEqual(keys.find((each: { id: string }) => each.id === key.id).created_by, { type: 'person', id: null });
  });

  test('is refused while others would be left without an administrator, and possible after a transfer', async () => {
    const owner = await signUp(portal, newPerson('Iara Leme'));
    const { browser: member, id } = await joinWorkspace(portal, owner, 'reader');
    const { workspace } = await session(owner);
    const refused = await remove(owner);
    assert.deepEqual([refused.status, refused.body.code], [409, 'invalid_state']);
    assert.match(refused.body.detail, /Iara Leme/);
    const transfer = { workspace_id: workspace.id, member_id: id };
    assert.equal((await owner.send('POST /account/transfer-workspace', { body: transfer })).status, 204);
    assert.equal((await remove(owner)).status, 204);
    assert.equal((await member.send(`GET ${platform}/members`)).body.data[0].role, 'administrator');
  });

  test('needs the password, which cannot be guessed', async () => {
    const browser = await signUp(portal, newPerson());
    const wrong = await remove(browser, 'não é esta senha');
    assert.deepEqual(
      [wrong.status, wrong.body.errors[0].pointer, wrong.body.errors[0].code],
      [422, '#/current_password', 'invalid_value'],
    );
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 12; attempt++) statuses.add((await remove(browser, `errada ${attempt}`)).status);
    assert.deepEqual([...statuses], [422, 429]);
    assert.ok((await session(browser)).person);
  });

  test('simultaneous requests delete it once', async () => {
    const browser = await signUp(portal, newPerson());
    const answers = await Promise.all([1, 2, 3].map(() => remove(browser)));
    const statuses = answers.map(({ status }) => status);
    assert.ok(statuses.includes(204) && statuses.every((status) => [204, 401].includes(status)), String(statuses));
  });

  test('what is held about a person can be downloaded: everything of theirs, nothing secret, nothing of others', async () => {
    const person = newPerson('Dora Maar');
    const owner = await signUp(portal, newPerson());
    const browser = await signUp(portal, person);
    await invite(owner, person.email, 'reader');
    const invited = newPerson();
    const { body: sent } = await invite(browser, invited.email, 'reader');
    const key = await newKey(browser);
    const { body: client } = await browser.send(`POST ${platform}/oauth_clients`, {
      body: { name: 'ERP', scopes: ['*:read'] },
    });
    const suggestion = { page: '/guides/quickstart', text: 'A step is missing.', language: 'en' };
    assert.equal((await browser.send(`POST ${platform}/suggestions`, { body: suggestion })).status, 202);
    await portal.context.activity.flush();
    const { status, headers, body } = await browser.send('GET /account/data');
    assert.equal(status, 200);
    assert.match(headers['content-disposition'] ?? '', /attachment/);
    assert.deepEqual([body.person.name, body.person.email], [person.name, person.email]);
    assert.equal(body.sessions.length, 1);
    assert.deepEqual([body.workspaces.length, body.workspaces[0].role], [1, 'administrator']);
    assert.equal(body.invitations_received[0].email, person.email);
    assert.equal(body.invitations_sent[0].email, invited.email);
    assert.ok(body.api_keys.some(({ id }: { id: string }) => id === key.id));
    assert.deepEqual(
      body.oauth_clients.map(({ id }: { id: string }) => id),
      [client.id],
    );
    assert.ok(body.emails.length > 0);
    assert.deepEqual(
      body.suggestions.map(({ text }: { text: string }) => text),
      [suggestion.text],
    );
    assert.ok(body.requests.some(({ path }: { path: string }) => path === `${platform}/oauth_clients`));
    const actions = body.audit_events.map(({ action }: { action: string }) => action);
    assert.deepEqual(actions, ['invitation.created', 'api_key.created', 'oauth_client.created']);
    const text = JSON.stringify(body);
    const token = new URL(sent.url).hash.slice('#token='.length);
    for (const secret of [key.secret, client.secret, token, 'digest', 'password', '#token'])
      assert.ok(!text.includes(secret), secret);
    assert.equal((await openBrowser(portal).send('GET /account/data')).status, 401);
  });
});
