import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '../dialect/access.ts';
import { rightsOfMember } from '../identity/rights.ts';
import { isServedApart } from '../openapi/servers.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { type Browser, newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { excessOf, readHeldRights, readSecrets } from '../testing/held-rights.ts';
import { joinWorkspace } from '../testing/members.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { accountActions } from './account-body.ts';

/** The actions for which no one needs to be signed in. */
const openActions = ['sign-up', 'sign-in', 'sign-out', 'request-password-reset', 'reset-password', 'confirm-email'];

describeOnDatabases('Every action on accounts and every OAuth endpoint', (open) => {
  let portal: TestPortal;
  let owner: Browser;
  let stranger: Browser;
  const members: [Role, Browser][] = [];
  before(async () => {
    portal = await startTestPortal({ open, env: { SIGN_INS_PER_HOUR: '10000' } });
    [owner, stranger] = [await signUp(portal, newPerson()), await signUp(portal, newPerson())];
    members.push(['administrator', owner]);
    for (const role of ['developer', 'reader'] as const)
      members.push([role, (await joinWorkspace(portal, owner, role)).browser]);
  });
  after(() => portal.close());

  /** What the stranger has, and what nobody has, by the name of a field. */
  async function othersFields(): Promise<Record<string, string>> {
    const { workspace, person } = (await stranger.send('GET /account/session')).body;
    const { data } = (await stranger.send('GET /account/sessions')).body;
    const { email } = newPerson();
    const made = { name: 'Ana', email, password: 'barco azul no cais', current_password: 'nunca foi esta' };
    return {
      ...made,
      workspace_id: workspace.id,
      session_id: data[0].id,
      member_id: person.id,
      token: 'nunca-existiu',
    };
  }

  /** The body of an action, with values of others; an action tells its fields when none is sent. */
  async function bodyOf(action: string): Promise<Record<string, string>> {
    const values = await othersFields();
    const { status, body } = await openBrowser(portal).send(`POST /account/${action}`, { body: {} });
    if (status !== 422) return {};
    const names: string[] = body.errors.map(({ pointer }: { pointer: string }) => pointer.slice(2));
    return Object.fromEntries(
      names.map((name) => [name, values[name] ?? assert.fail(`${action}: say what others have as ${name}`)]),
    );
  }

  test('nobody acts without a session, with a key instead of one, or on what others have; nobody gains rights', async () => {
    const key = await portal.guest();
    for (const action of accountActions) {
      const body = await bodyOf(action);
      const isOpen = openActions.includes(action) || action === 'show-invitation';
      const withKey: Record<string, string> = { authorization: `Bearer ${key}` };
      for (const headers of [{}, ...(action === 'sign-up' ? [] : [withKey])]) {
        const { status } = await openBrowser(portal).send(`POST /account/${action}`, { body, headers });
        if (!isOpen) assert.equal(status, 401, action);
      }
      if (openActions.includes(action)) continue;
      for (const [role, browser] of members) {
        const before = await readHeldRights(portal);
        const answer = await browser.send(`POST /account/${action}`, { body });
        const text = JSON.stringify(answer.body);
        const about = `${action} by ${role}: ${answer.status} ${text}`;
        if ('session_id' in body || 'workspace_id' in body) assert.equal(answer.status, 404, about);
        if ('token' in body) assert.equal(answer.status, 410, about);
        const added = [...(await readHeldRights(portal))].filter(([name]) => !before.has(name)).map(([, held]) => held);
        for (const { rights } of [...added, ...(await readSecrets(portal, text))])
          assert.deepEqual(excessOf(portal, rights, rightsOfMember(role)), [], about);
      }
    }
    assert.equal((await stranger.send('GET /account/sessions')).status, 200, 'the other session goes on');
  });

  test('a token does no more than its client, and tokens of other workspaces look like none', async () => {
    const api = portal.context.apis.get('platform') as ServedApi;
    const endpoints = api.operations.filter(
      (operation) => isServedApart(api, operation) && operation.method === 'post',
    );
    assert.deepEqual(endpoints.map(({ path }) => path).sort(), ['/oauth/introspect', '/oauth/revoke', '/oauth/token']);
    const ask = async (path: string, client: { id: string; secret: string }, form: Record<string, string>) => {
      const headers = {
        authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      };
      const payload = new URLSearchParams(form).toString();
      const { statusCode, body } = await portal.app.inject({ method: 'POST', url: path, headers, payload });
      return { status: statusCode, body: body ? JSON.parse(body) : undefined };
    };
    const newClient = async (by: Browser, scopes: string[]) =>
      (await by.send('POST /platform/v1/oauth_clients', { body: { name: 'ERP', scopes } })).body;
    const outsider = await newClient(stranger, ['notas:read']);
    for (const [role, browser] of members.filter(([role]) => role !== 'reader')) {
      const client = await newClient(browser, ['notas:read', 'api_keys:write']);
      const rights = { ...rightsOfMember(role), environment: 'test' as const, scopes: client.scopes };
      for (const scope of ['', 'notas:read', '*:read *:write', 'notas:write', 'members:write']) {
        const form = { grant_type: 'client_credentials', ...(scope && { scope }) };
        const { status, body } = await ask('/oauth/token', client, form);
        if (status !== 200) {
          assert.equal(body.error, 'invalid_scope', scope);
          continue;
        }
        const held = (await portal.context.verifyCredential(body.access_token)).grants;
        assert.deepEqual(excessOf(portal, held, rights), [], scope);
        for (const path of ['/oauth/introspect', '/oauth/revoke']) {
          const [known, unknown] = [body.access_token, 'nothing'].map((token) => ask(path, outsider, { token }));
          assert.deepEqual(await known, await unknown, path);
        }
        assert.equal((await portal.call('GET /platform/v1/api_keys', { key: body.access_token })).status, 403);
      }
    }
  });
});
