import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, signUp } from '../../testing/browser.ts';
import { consoleKey, joinWorkspace } from '../../testing/members.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

const platform = '/platform/v1';
const customers = '/sandbox/notas/v1/customers';
const products = '/sandbox/gestor/v1/produtos';

describeOnDatabases('The roles of members', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const join = (administrator: Browser, role: string) => joinWorkspace(portal, administrator, role);

  test('readers read and change nothing, whether by session or by key', async () => {
    const owner = await signUp(portal, newPerson());
    const { browser } = await join(owner, 'reader');
    for (const path of ['/workspace', '/members', '/invitations', '/api_keys', '/events'])
      assert.equal((await browser.send(`GET ${platform}${path}`)).status, 200, path);
    const move = await browser.send(`PATCH ${platform}/workspace/clock`, { body: { advance_seconds: 60 } });
    assert.deepEqual([move.status, move.body.code], [403, 'insufficient_role']);
    const key = await consoleKey(browser);
    assert.equal((await portal.call(`GET ${customers}`, { key })).status, 200);
    assert.equal((await portal.call(`POST ${customers}`, { key, body: {} })).status, 403);
  });

  test("Gestor takes administrators' keys only: a developer's is refused, and only an administrator can change the role", async () => {
    const owner = await signUp(portal, newPerson());
    const { browser, id } = await join(owner, 'developer');
    const call = async (from: Browser) => portal.call(`GET ${products}`, { key: await consoleKey(from) });
    assert.equal((await call(owner)).status, 200);
    assert.equal((await call(browser)).status, 403);
    const key = { name: 'Loja', scopes: ['*:read'], expires_at: null };
    const made = await browser.send(`POST ${platform}/api_keys`, { body: key });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal((await portal.call(`GET ${products}`, { key: made.body.secret })).status, 403);
    await owner.send(`PATCH ${platform}/members/${id}`, { body: { role: 'administrator' } });
    assert.equal((await call(browser)).status, 200);
    assert.equal(
      (await portal.call(`GET ${products}`, { key: made.body.secret })).status,
      403,
      'the old key is unchanged',
    );
  });

  test('the last administrator can neither leave nor be demoted; with another, either can', async () => {
    const owner = await signUp(portal, newPerson());
    const { person, workspace } = (await owner.send('GET /account/session')).body;
    const { browser, id } = await join(owner, 'developer');
    const leave = () => owner.send('POST /account/leave-workspace', { body: { workspace_id: workspace.id } });
    const tries = [
      await owner.send(`PATCH ${platform}/members/${person.id}`, { body: { role: 'reader' } }),
      await owner.send(`DELETE ${platform}/members/${person.id}`),
      await leave(),
    ];
    for (const { status, body } of tries) assert.deepEqual([status, body.code], [409, 'invalid_state']);
    await owner.send(`PATCH ${platform}/members/${id}`, { body: { role: 'administrator' } });
    assert.equal((await leave()).status, 204);
    assert.equal((await browser.send(`GET ${platform}/members`)).body.data.length, 1);
  });

  test('when two administrators demote each other at once, one remains', async () => {
    const owner = await signUp(portal, newPerson());
    const { id: first } = (await owner.send('GET /account/session')).body.person;
    const { browser, id: second } = await join(owner, 'administrator');
    const both = await Promise.all([
      owner.send(`PATCH ${platform}/members/${second}`, { body: { role: 'reader' } }),
      browser.send(`PATCH ${platform}/members/${first}`, { body: { role: 'reader' } }),
    ]);
    const { data } = (await owner.send(`GET ${platform}/members`)).body;
    assert.equal(data.filter(({ role }: { role: string }) => role === 'administrator').length, 1);
    assert.equal(both.filter(({ status }) => status === 200).length, 1);
  });

  test('a program promotes only with all that the role gives: a production key without bounds; to lower a role, less is enough', async () => {
    const owner = await signUp(portal, newPerson());
    const { id } = await join(owner, 'reader');
    const makeKey = async (fields: object) => {
      const body = { name: 'Pessoas', scopes: ['*:read', '*:write'], expires_at: null, ...fields };
      const made = await owner.send(`POST ${platform}/api_keys`, { body });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return made.body.secret as string;
    };
    const give = async (key: string, role: string) => {
      const { status, body } = await portal.call(`PATCH ${platform}/members/${id}`, { key, body: { role } });
      return [status, body.code ?? body.role];
    };
    const live = await makeKey({ environment: 'live' });
    const narrow = await makeKey({ scopes: ['members:read', 'members:write'], environment: 'live' });
    const bounded = await makeKey({ environment: 'live', requests_per_minute: 60 });
    const test = await makeKey({});
    for (const key of [test, narrow, bounded])
      assert.deepEqual(await give(key, 'administrator'), [403, 'insufficient_scope']);
    assert.deepEqual(await give(live, 'administrator'), [200, 'administrator']);
    assert.deepEqual(await give(narrow, 'developer'), [200, 'developer']);
    assert.deepEqual(await give(test, 'reader'), [200, 'reader']);
  });

  test('a promotion is felt at once in the session; keys and open invitations stay as they are, and a fall revokes the latter', async () => {
    const owner = await signUp(portal, newPerson());
    const { browser, id } = await join(owner, 'developer');
    const key = { name: 'Loja', scopes: ['*:read'], expires_at: null };
    const old = (await browser.send(`POST ${platform}/api_keys`, { body: key })).body;
    const invite = (email: string) => browser.send(`POST ${platform}/invitations`, { body: { email, role: 'reader' } });
    assert.equal((await invite(newPerson().email)).body.code, 'insufficient_role');
    await owner.send(`PATCH ${platform}/members/${id}`, { body: { role: 'administrator' } });
    const sent = await invite(newPerson().email);
    assert.equal(sent.status, 201);
    assert.equal(
      (await portal.call(`GET ${products}`, { key: old.secret })).status,
      403,
      'the old key is no administrator',
    );
    const { body: made } = await browser.send(`POST ${platform}/api_keys`, { body: key });
    assert.equal((await portal.call(`GET ${products}`, { key: made.secret })).status, 200);
    await owner.send(`PATCH ${platform}/members/${id}`, { body: { role: 'developer' } });
    assert.equal((await portal.call(`GET ${products}`, { key: made.secret })).status, 403);
    assert.equal((await portal.call(`GET ${customers}`, { key: made.secret })).status, 200, 'it goes on with less');
    const { data } = (await owner.send(`GET ${platform}/invitations`)).body;
    const status = data.find((invitation: { id: string }) => invitation.id === sent.body.id).status;
    assert.equal(status, 'revoked');
  });
});
