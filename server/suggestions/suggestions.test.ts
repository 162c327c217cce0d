import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertPlatformDeclares } from '../testing/assert-declared.ts';
import { type Browser, newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { joinWorkspace } from '../testing/members.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { removeOldSuggestions } from './suggestion-store.ts';

const suggestions = '/platform/v1/suggestions';

describeOnDatabases('Suggestions', (open) => {
  let portal: TestPortal;
  let provider: Browser;
  let ahead = 0;
  before(async () => {
    const env = { SIGN_INS_PER_HOUR: '1000', SUGGESTIONS_STORED: '8' };
    portal = await startTestPortal({ open, env, now: () => new Date(Date.now() + ahead) });
    provider = await signUp(portal, newPerson());
    portal.context.config.providerWorkspace = (await provider.send('GET /account/session')).body.workspace.id;
  });
  after(() => portal.close());

  const written = { text: 'Falta um exemplo.', page: '/guides/webhooks', language: 'pt' };
  const send = (body: object = {}, options: { key?: string; headers?: Record<string, string> } = {}) =>
    portal.call(`POST ${suggestions}`, { body: { ...written, ...body }, ...options });
  const list = async (query = '') => (await provider.send(`GET ${suggestions}?limit=100${query}`)).body.data;
  const clear = () => portal.context.db.deleteFrom('suggestion').execute();

  test('anybody can send one without a key, and the provider reads it as it was written', async () => {
    const text = '<b>Onde</b> está "retry"?\n\n[link](javascript:alert(1)) 🚢';
    const sent = await send({ text, email: 'leitora@loja.example', page: '/reference/notas/create-customer' });
    assert.deepEqual([sent.status, sent.body], [202, '']);
    const [read] = await list();
    const { id, created_at, ...rest } = read;
    assert.deepEqual(rest, {
      text,
      page: '/reference/notas/create-customer',
      language: 'pt',
      api: 'notas',
      email: 'leitora@loja.example',
      state: 'open',
      sender: null,
    });
    assert.ok(Date.parse(created_at) > Date.now() - 60_000);
    const one = await provider.send(`GET ${suggestions}/${id}`);
    assert.deepEqual(one.body, read);
    assertPlatformDeclares(portal, 'getSuggestion', one);
    assertPlatformDeclares(portal, 'listSuggestions', await provider.send(`GET ${suggestions}`));
    await clear();
  });

  test('one from somebody signed in, or with a key, says who sent it; a wrong key is as good as none', async () => {
    const browser = await signUp(portal, newPerson());
    const { person, workspace } = (await browser.send('GET /account/session')).body;
    assert.equal((await browser.send(`POST ${suggestions}`, { body: written })).status, 202);
    const guest = (await portal.call('POST /platform/v1/guest_workspaces')).body;
    assert.equal((await send({}, { key: guest.api_key.secret })).status, 202);
    assert.equal((await send({}, { key: 'sk_test_that_is_no_key' })).status, 202);
    // The cookie of a visitor counts for nothing in a request from another site.
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin: 'https://other.example', 'sec-fetch-site': 'cross-site' };
    assert.equal((await send({}, { headers })).status, 202);
    const senders = (await list()).map(({ sender }: { sender: unknown }) => sender);
    assert.deepEqual(senders, [
      null,
      null,
      { workspace_id: guest.workspace.id, type: 'api_key', id: guest.api_key.id },
      { workspace_id: workspace.id, type: 'person', id: person.id },
    ]);
    await clear();
  });

  test('the page says to which API one belongs', async () => {
    const pages = {
      '/reference/gestor/listar-produtos': 'gestor',
      '/reference/defeituosa': 'defeituosa',
      '/guides/gestor': 'gestor',
      '/guides/webhooks': null,
      '/reference': null,
      '/': null,
      '/gestor': null,
    };
    for (const page of Object.keys(pages)) assert.equal((await send({ page })).status, 202, page);
    for (const { page, api } of await list()) assert.equal(api, pages[page as keyof typeof pages], page);
    await clear();
  });

  test('one that is empty, too long, or about something that is no page of the portal is refused, field by field', async () => {
    for (const [field, value] of [
      ['text', ''],
      ['text', ' \n '],
      ['text', 'a'.repeat(2001)],
      ['text', 7],
      ['page', 'https://evil.example/'],
      ['page', '//evil.example/'],
      ['page', '/\\evil.example'],
      ['page', 'javascript:alert(1)'],
      ['page', '/guides/notas?token=1'],
      ['page', `/${'a'.repeat(300)}`],
      ['language', 'fr'],
      ['email', 'ninguem'],
      ['email', 'a@b.example\r\nBcc: c@d.example'],
    ]) {
      const { status, body } = await send({ [field as string]: value });
      assert.deepEqual([status, body.errors?.[0]?.pointer], [422, `#/${field}`], JSON.stringify(value));
    }
    assert.equal((await send({ text: 'ç'.repeat(2000), email: null })).status, 202);
    assert.equal((await send({ html: '<b>' })).status, 422);
    await clear();
  });

  test('nobody else reads, changes or deletes them: neither guests nor administrators of other workspaces', async () => {
    await send();
    const [{ id }] = await list();
    const stranger = await signUp(portal, newPerson());
    const key = await portal.guest();
    for (const [request, body] of [
      [`GET ${suggestions}`],
      [`GET ${suggestions}/${id}`],
      [`GET ${suggestions}/sug_none`],
      [`PATCH ${suggestions}/${id}`, { state: 'done' }],
      [`DELETE ${suggestions}/${id}`],
    ] as const) {
      const by = await stranger.send(request, { body });
      assert.deepEqual([by.status, by.body.code], [403, 'provider_only'], request);
      const byGuest = await portal.call(request, { key, body });
      assert.deepEqual([byGuest.status, byGuest.body.code], [403, 'provider_only'], request);
      assert.equal((await portal.call(request, { body })).status, 401, request);
      assert.equal((await openBrowser(portal).send(request, { body })).status, 401, request);
    }
    assert.equal((await list())[0].state, 'open');
    await clear();
  });

  test('without a provider they wait for one', async () => {
    const { config } = portal.context;
    const { providerWorkspace } = config;
    config.providerWorkspace = undefined;
    assert.equal((await send()).status, 202);
    assert.equal((await provider.send(`GET ${suggestions}`)).status, 403);
    config.providerWorkspace = `wsp_${'0'.repeat(32)}`;
    assert.equal((await send()).status, 202);
    config.providerWorkspace = providerWorkspace;
    assert.equal((await list()).length, 2);
    await clear();
  });

  test("members of the provider's workspace act by their roles, and its keys by their scopes", async () => {
    await send();
    const [{ id }] = await list();
    const { browser: reader } = await joinWorkspace(portal, provider, 'reader');
    assert.equal((await reader.send(`GET ${suggestions}`)).status, 200);
    const change = { body: { state: 'done' } };
    assert.equal((await reader.send(`PATCH ${suggestions}/${id}`, change)).body.code, 'insufficient_role');
    const keyWith = async (scopes: string[]) =>
      (await provider.send('POST /platform/v1/api_keys', { body: { name: 'Robô', scopes, expires_at: null } })).body
        .secret;
    const key = await keyWith(['suggestions:read']);
    assert.equal((await portal.call(`GET ${suggestions}`, { key })).status, 200);
    assert.equal((await portal.call(`DELETE ${suggestions}/${id}`, { key })).body.code, 'insufficient_scope');
    const other = await keyWith(['webhooks:read']);
    assert.equal((await portal.call(`GET ${suggestions}`, { key: other })).body.code, 'insufficient_scope');
    await clear();
  });

  test('the provider marks them as done, opens them again, deletes them, and finds them by state, API and page', async () => {
    await send();
    await send({ page: '/guides/notas' });
    const [{ id: second }, { id: first }] = await list();
    const done = await provider.send(`PATCH ${suggestions}/${first}`, { body: { state: 'done' } });
    assert.deepEqual([done.status, done.body.state], [200, 'done']);
    const ids = async (query: string) => (await list(query)).map((row: { id: string }) => row.id);
    assert.deepEqual(await ids('&state=open'), [second]);
    assert.deepEqual(await ids('&state=done'), [first]);
    assert.deepEqual(await ids('&api=notas'), [second]);
    assert.deepEqual(await ids('&page=/guides/webhooks'), [first]);
    assert.deepEqual(await ids('&page=/guides/webhooks&state=open'), []);
    const same = await provider.send(`PATCH ${suggestions}/${first}`, { body: {} });
    assert.deepEqual([same.status, same.body.state], [200, 'done']);
    const open = await provider.send(`PATCH ${suggestions}/${first}`, { body: { state: 'open' } });
    assert.equal(open.body.state, 'open');
    const page = (await provider.send(`GET ${suggestions}?limit=1`)).body;
    assert.deepEqual([page.has_more, page.data[0].id], [true, second]);
    const next = (await provider.send(`GET ${suggestions}?limit=1&cursor=${page.next_cursor}`)).body;
    assert.deepEqual([next.has_more, next.data[0].id], [false, first]);
    assert.equal((await provider.send(`DELETE ${suggestions}/${first}`)).status, 204);
    for (const request of [`GET ${suggestions}/${first}`, `DELETE ${suggestions}/${first}`])
      assert.equal((await provider.send(request)).status, 404, request);
    assert.equal((await provider.send(`PATCH ${suggestions}/${first}`, { body: { state: 'done' } })).status, 404);
    await clear();
  });

  test('each is an event of the provider, and of nobody else', async () => {
    const other = await signUp(portal, newPerson());
    await send({ text: 'Onde estão os limites?' });
    const [suggestion] = await list();
    const events = (await provider.send('GET /platform/v1/events?type=suggestion_created&order=desc')).body.data;
    const { payload, ...event } = events[0];
    assert.deepEqual([event.api, payload.data.suggestion], ['platform', suggestion]);
    assert.equal((await other.send('GET /platform/v1/events?type=suggestion_created')).body.data.length, 0);
    const types = (await other.send('GET /platform/v1/event_types')).body.data;
    assert.ok(types.some(({ name }: { name: string }) => name === 'platform:suggestion_created'));
    await clear();
  });

  test('when there are too many, the oldest done ones go first; if all are open, one more is refused', async () => {
    for (let index = 0; index < 8; index++) assert.equal((await send({ text: `Nº ${index}` })).status, 202);
    const refused = await send();
    assert.deepEqual(
      [refused.status, refused.body.code, refused.headers['retry-after']],
      [429, 'too_many_requests', '3600'],
    );
    const oldest = (await list()).at(-1);
    await provider.send(`PATCH ${suggestions}/${oldest.id}`, { body: { state: 'done' } });
    assert.equal((await send({ text: 'Nº 8' })).status, 202);
    const texts = (await list()).map(({ text }: { text: string }) => text);
    assert.deepEqual(texts, ['Nº 8', 'Nº 7', 'Nº 6', 'Nº 5', 'Nº 4', 'Nº 3', 'Nº 2', 'Nº 1']);
    await clear();
  });

  test('old ones are removed, whatever their state', async () => {
    await send({ text: 'Antiga' });
    ahead = 366 * 24 * 60 * 60 * 1000;
    await send({ text: 'Nova' });
    const { db, now } = portal.context;
    assert.equal(await removeOldSuggestions(db, now(), 365), 1);
    ahead = 0;
    const left = await db.selectFrom('suggestion').select('text').execute();
    assert.deepEqual(left, [{ text: 'Nova' }]);
    await clear();
  });
});

describeOnDatabases('Suggestions in quick succession', (open) => {
  test('are refused: so many per address, and so many from all of them', async (t) => {
    const portal = await startTestPortal({ open, env: { SUGGESTIONS_PER_HOUR: '2' } });
    t.after(() => portal.close());
    const send = async (remoteAddress: string, text = 'Falta um exemplo.') => {
      const payload = { text, page: '/', language: 'en' };
      return portal.app.inject({ method: 'POST', url: suggestions, remoteAddress, payload });
    };
    const one = '198.51.100.1';
    assert.equal((await send(one, '')).statusCode, 422, 'what is refused does not count');
    for (let count = 0; count < 2; count++) assert.equal((await send(one)).statusCode, 202);
    const refused = await send(one);
    assert.equal(refused.statusCode, 429);
    assert.ok(Number(refused.headers['retry-after']) > 3500);
    const statuses: number[] = [];
    for (let index = 2; index < 30; index++)
      for (let count = 0; count < 2; count++) statuses.push((await send(`198.51.100.${index}`)).statusCode);
    assert.equal(statuses.filter((status) => status === 202).length, 38);
    const { count } = await portal.context.db
      .selectFrom('suggestion')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(Number(count), 40);
  });
});
