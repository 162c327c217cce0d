import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, signUp } from '../../testing/browser.ts';
import { describeOnDatabases, openSqlite } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { dataOf, exportFrom, fillWorkspace, importInto } from '../../testing/workspace-files.ts';

const platform = '/platform/v1';

describeOnDatabases('The file of a workspace', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { WEBHOOK_ALLOWED_HOSTS: 'localhost', SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  test('a workspace that was exported is the same after it was imported elsewhere, in this portal or another', async () => {
    const key = await portal.guest();
    await fillWorkspace(portal, key);
    const file = await exportFrom(portal, key);
    assert.deepEqual(
      file.apis.map(({ api }) => api),
      ['crm', 'gestor', 'notas', 'recebiveis'],
    );
    const elsewhere = await startTestPortal({ open: openSqlite, env: { WEBHOOK_ALLOWED_HOSTS: 'localhost' } });
    try {
      for (const into of [portal, elsewhere]) {
        const other = await into.guest();
        const imported = await importInto(into, other, file);
        assert.deepEqual([imported.status, imported.body.left_out], [200, []], JSON.stringify(imported.body));
        const [endpoint, inbox] = [imported.body.webhook_endpoints[0], imported.body.inboxes[0]];
        assert.match(endpoint.secret, /^whsec_/);
        assert.equal(endpoint.url, inbox.url, 'the endpoint leads to the new inbox');
        assert.notEqual(inbox.url, file.inboxes[0]?.url);
        assert.deepEqual(dataOf(await exportFrom(into, other)), dataOf(file));
      }
    } finally {
      await elsewhere.close();
    }
  });

  test('an invoice in the middle of its lifecycle goes on where it was, and its webhook is signed with the new secret', async () => {
    const key = await portal.guest();
    await fillWorkspace(portal, key);
    const other = await portal.guest();
    const { body } = await importInto(portal, other, await exportFrom(portal, key));
    await portal.call(`PATCH ${platform}/workspace/clock`, { key: other, body: { advance_seconds: 86_400 } });
    await portal.call('GET /sandbox/notas/v1/customers', { key: other });
    const events = (await portal.call(`GET ${platform}/events?limit=100`, { key: other })).body.data;
    assert.ok(events.some(({ type }: { type: string }) => type === 'document_success'));
    const deliveries = (await portal.call(`GET ${platform}/deliveries`, { key: other })).body.data;
    assert.equal(deliveries[0].endpoint_id, body.webhook_endpoints[0].id);
  });

  test('what was there before is gone: records, endpoints, inboxes, events; an API that is not in the file has its seed again', async () => {
    const empty = await exportFrom(portal, await portal.guest());
    assert.deepEqual(empty.apis, []);
    const key = await portal.guest();
    await fillWorkspace(portal, key);
    const seeded = (await portal.call('GET /sandbox/notas/v1/customers', { key: await portal.guest() })).body;
    await portal.call('POST /sandbox/notas/v1/customers', { key, body: { name: 'Zoé', email: 'z@c.example' } });
    assert.equal((await importInto(portal, key, empty)).status, 200);
    const after = await exportFrom(portal, key);
    assert.deepEqual([after.webhook_endpoints, after.inboxes, after.workspace.ahead_seconds], [[], [], 0]);
    assert.deepEqual((await portal.call('GET /sandbox/notas/v1/customers', { key })).body, seeded);
    assert.deepEqual((await portal.call(`GET ${platform}/events`, { key })).body.data, []);
  });

  test('a file says nothing of keys, secrets, people and deliveries', async () => {
    const owner = await signUp(portal, newPerson());
    const { body: key } = await owner.send(`POST ${platform}/api_keys`, {
      body: { name: 'CI', scopes: ['*:read', '*:write'], environment: 'test' },
    });
    await fillWorkspace(portal, key.secret);
    const { body: me } = await owner.send(`GET ${platform}/me`);
    const text = JSON.stringify(await exportFrom(portal, key.secret));
    for (const secret of [key.secret, key.id, me.person.id, me.person.email, 'whsec_', 'evt_', 'dlv_'])
      assert.ok(!text.includes(secret), secret);
  });

  test('APIs, collections, event types and addresses that a portal does not have are reported, and the rest is imported', async () => {
    const key = await portal.guest();
    const file = await exportFrom(portal, key);
    file.apis.push({ api: 'outra', counters: [], records: [{ store: 'x', id: '1', body: {} } as never] });
    file.apis.push({ api: 'notas', counters: [], records: [{ store: 'outros', id: '1', body: {} } as never] });
    const endpoint = { description: null, api_versions: { crm: 'v9', outra: 'v1' }, status: 'disabled' };
    file.webhook_endpoints.push({
      ...endpoint,
      url: 'https://localhost/a',
      event_types: ['*', 'outra:feito'],
    } as never);
    file.webhook_endpoints.push({ ...endpoint, url: 'http://10.0.0.1/b', event_types: ['*'] } as never);
    const { status, body } = await importInto(portal, key, file);
    assert.equal(status, 200, JSON.stringify(body));
    const left = body.left_out.map(({ type, name }: { type: string; name: string }) => `${type} ${name}`);
    for (const item of [
      'api outra',
      'store notas/outros',
      'event_type outra:feito',
      'api_version crm:v9',
      'webhook_endpoint http://10.0.0.1/b',
    ])
      assert.ok(left.includes(item), `${item} in ${left}`);
    assert.deepEqual(
      body.webhook_endpoints.map(({ url, status }: Record<string, string>) => [url, status]),
      [['https://localhost/a', 'paused']],
    );
  });
});
