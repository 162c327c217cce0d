import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { joinWorkspace } from '../testing/members.ts';
import { type SuggestionPortal, startSuggestionPortal, suggestions } from '../testing/suggestion-portal.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';

describeOnDatabases('Reading suggestions', (open) => {
  let suite: SuggestionPortal;
  let portal: TestPortal;
  before(async () => {
    suite = await startSuggestionPortal(open);
    portal = suite.portal;
  });
  afterEach(() => suite.clear());
  after(() => portal.close());

  test('nobody else reads, changes or deletes them: neither guests nor administrators of other workspaces', async () => {
    await suite.send();
    const [{ id }] = await suite.list();
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
    assert.equal((await suite.list())[0].state, 'open');
  });

  test('without a provider they wait for one', async () => {
    const { config } = portal.context;
    const { providerWorkspace } = config;
    config.providerWorkspace = undefined;
    assert.equal((await suite.send()).status, 202);
    assert.equal((await suite.provider.send(`GET ${suggestions}`)).status, 403);
    config.providerWorkspace = `wsp_${'0'.repeat(32)}`;
    assert.equal((await suite.send()).status, 202);
    config.providerWorkspace = providerWorkspace;
    assert.equal((await suite.list()).length, 2);
  });

  test("members of the provider's workspace act by their roles, and its keys by their scopes", async () => {
    await suite.send();
    const [{ id }] = await suite.list();
    const { browser: reader } = await joinWorkspace(portal, suite.provider, 'reader');
    assert.equal((await reader.send(`GET ${suggestions}`)).status, 200);
    const change = { body: { state: 'done' } };
    assert.equal((await reader.send(`PATCH ${suggestions}/${id}`, change)).body.code, 'insufficient_role');
    const keyWith = async (scopes: string[]) =>
      (await suite.provider.send('POST /platform/v1/api_keys', { body: { name: 'Robô', scopes, expires_at: null } }))
        .body.secret;
    const key = await keyWith(['suggestions:read']);
    assert.equal((await portal.call(`GET ${suggestions}`, { key })).status, 200);
    assert.equal((await portal.call(`DELETE ${suggestions}/${id}`, { key })).body.code, 'insufficient_scope');
    const other = await keyWith(['webhooks:read']);
    assert.equal((await portal.call(`GET ${suggestions}`, { key: other })).body.code, 'insufficient_scope');
  });

  test('the provider marks them as done, opens them again, deletes them, and finds them by state, API and page', async () => {
    await suite.send();
    await suite.send({ page: '/guides/notas' });
    const [{ id: second }, { id: first }] = await suite.list();
    const done = await suite.provider.send(`PATCH ${suggestions}/${first}`, { body: { state: 'done' } });
    assert.deepEqual([done.status, done.body.state], [200, 'done']);
    const ids = async (query: string) => (await suite.list(query)).map((row: { id: string }) => row.id);
    assert.deepEqual(await ids('&state=open'), [second]);
    assert.deepEqual(await ids('&state=done'), [first]);
    assert.deepEqual(await ids('&api=notas'), [second]);
    assert.deepEqual(await ids('&page=/guides/webhooks'), [first]);
    assert.deepEqual(await ids('&page=/guides/webhooks&state=open'), []);
    const same = await suite.provider.send(`PATCH ${suggestions}/${first}`, { body: {} });
    assert.deepEqual([same.status, same.body.state], [200, 'done']);
    const open = await suite.provider.send(`PATCH ${suggestions}/${first}`, { body: { state: 'open' } });
    assert.equal(open.body.state, 'open');
    const page = (await suite.provider.send(`GET ${suggestions}?limit=1`)).body;
    assert.deepEqual([page.has_more, page.data[0].id], [true, second]);
    const next = (await suite.provider.send(`GET ${suggestions}?limit=1&cursor=${page.next_cursor}`)).body;
    assert.deepEqual([next.has_more, next.data[0].id], [false, first]);
    assert.equal((await suite.provider.send(`DELETE ${suggestions}/${first}`)).status, 204);
    for (const request of [`GET ${suggestions}/${first}`, `DELETE ${suggestions}/${first}`])
      assert.equal((await suite.provider.send(request)).status, 404, request);
    assert.equal((await suite.provider.send(`PATCH ${suggestions}/${first}`, { body: { state: 'done' } })).status, 404);
  });

  test('each is an event of the provider, and of nobody else', async () => {
    const other = await signUp(portal, newPerson());
    const { url } = (await suite.provider.send('POST /platform/v1/inboxes', { body: {} })).body;
    const endpoint = { url, event_types: ['platform:suggestion_created'] };
    await suite.provider.send('POST /platform/v1/webhook_endpoints', { body: endpoint });
    await suite.send({ text: 'Onde estão os limites?' });
    const [suggestion] = await suite.list();
    const events = (await suite.provider.send('GET /platform/v1/events?type=suggestion_created&order=desc')).body.data;
    const { payload, ...event } = events[0];
    assert.deepEqual([event.api, payload.data.suggestion], ['platform', suggestion]);
    const deliveries = (await suite.provider.send('GET /platform/v1/deliveries?type=suggestion_created')).body.data;
    assert.deepEqual(
      deliveries.map(({ event_id }: { event_id: string }) => event_id),
      [event.id],
    );
    assert.equal((await other.send('GET /platform/v1/events?type=suggestion_created')).body.data.length, 0);
    assert.equal((await suite.provider.send(`DELETE ${suggestions}/${suggestion.id}`)).status, 204);
    for (const path of [`events/${event.id}`, `deliveries/${deliveries[0].id}`])
      assert.equal(
        (await suite.provider.send(`GET /platform/v1/${path}`)).status,
        404,
        'it is gone with the suggestion',
      );
    const types = (await other.send('GET /platform/v1/event_types')).body.data;
    assert.ok(types.some(({ name }: { name: string }) => name === 'platform:suggestion_created'));
  });
});
