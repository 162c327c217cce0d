import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertPlatformDeclares } from '../testing/assert-declared.ts';
import { customer } from '../testing/notas.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { until } from '../testing/webhook-workspace.ts';

const platform = '/platform/v1';

describeOnDatabases('the quotas of a workspace', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: {
        GUEST_WEBHOOK_ENDPOINTS: '3',
        GUEST_INBOXES: '3',
        // The guest's own key counts.
        GUEST_API_KEYS: '4',
        GUEST_OAUTH_CLIENTS: '3',
        GUEST_ALERT_RULES: '3',
        GUEST_EVENT_STREAMS: '2',
      },
    });
  });
  after(() => portal.close());

  for (const [collection, body] of [
    ['webhook_endpoints', { url: 'https://93.184.215.14/hook' }],
    ['inboxes', {}],
    ['api_keys', { name: 'One', scopes: ['notas:read'] }],
    ['oauth_clients', { name: 'One', scopes: ['notas:read'] }],
    ['alert_rules', { kind: 'latency', threshold: 500 }],
  ] as const) {
    test(`admit 3 more ${collection} of 8 created at once, and one more after each removal`, async () => {
      const key = await portal.guest();
      const create = () => portal.call(`POST ${platform}/${collection}`, { key, body });
      const all = await Promise.all(Array.from({ length: 8 }, create));
      assert.equal(all.filter(({ status }) => status === 201).length, 3, JSON.stringify(all.map(({ body }) => body)));
      const refused = all.filter(({ status }) => status !== 201);
      for (const { status, body } of refused) {
        assert.deepEqual([status, body.code], [403, 'quota_exceeded']);
        assert.match(body.detail, /pode ter no máximo [34] .*(Exclua|Revogue)/);
        const limit = collection === 'api_keys' ? 4 : 3;
        assert.deepEqual(body.quota, { name: collection, limit, used: limit });
        assertPlatformDeclares(portal, 'createInbox', { status, body });
        assert.deepEqual((await portal.call(`GET ${platform}/workspace`, { key })).body.quotas[collection], {
          limit,
          used: limit,
        });
      }
      const made = all.find(({ status }) => status === 201)?.body;
      assert.equal((await portal.call(`DELETE ${platform}/${collection}/${made.id}`, { key })).status, 204);
      assert.deepEqual([(await create()).status, (await create()).status], [201, 403]);
      const other = await portal.guest();
      assert.equal((await portal.call(`POST ${platform}/${collection}`, { key: other, body })).status, 201);
    });
  }

  test('are told with the workspace: their limits, and how much is used', async () => {
    const key = await portal.guest();
    const read = async () => {
      const { status, body } = await portal.call(`GET ${platform}/workspace`, { key });
      assertPlatformDeclares(portal, 'getWorkspace', { status, body });
      return body.quotas;
    };
    assert.deepEqual(await read(), {
      records: { limit: 20_000, used: 0 },
      storage_bytes: { limit: 50 * 2 ** 20, used: 0 },
      webhook_endpoints: { limit: 3, used: 0 },
      inboxes: { limit: 3, used: 0 },
      api_keys: { limit: 4, used: 1 },
      oauth_clients: { limit: 3, used: 0 },
      alert_rules: { limit: 3, used: 0 },
      members: { limit: 0, used: 0 },
      event_streams: { limit: 2, used: 0 },
      deliveries_per_minute: { limit: 600, used: 0 },
    });
    await portal.call('POST /sandbox/notas/v1/customers', { key, body: customer });
    const { records, storage_bytes } = await read();
    const stored = await portal.context.db
      .selectFrom('record')
      .innerJoin('workspace', 'workspace.id', 'record.workspace_id')
      .select('body')
      .where('record.workspace_id', '=', (await portal.call(`GET ${platform}/workspace`, { key })).body.id)
      .execute();
    assert.equal(records.used, stored.length);
    assert.equal(
      storage_bytes.used,
      stored.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0),
    );
  });

  test('bound the event streams that are open at once, and one that ends makes room', async () => {
    const key = await portal.guest();
    const origin = await portal.app.listen({ port: 0, host: '127.0.0.1' });
    const open = async (given = key) => {
      const controller = new AbortController();
      const headers = { authorization: `Bearer ${given}` };
      const response = await fetch(`${origin}${platform}/events/stream`, { headers, signal: controller.signal });
      // A response that nobody holds is collected, and its connection closed.
      return { status: response.status, response, close: () => controller.abort() };
    };
    const used = async () => (await portal.call(`GET ${platform}/workspace`, { key })).body.quotas.event_streams.used;
    const [first, second] = [await open(), await open()];
    assert.deepEqual([first.status, second.status, await used()], [200, 200, 2]);
    const refused = await portal.call(`GET ${platform}/events/stream`, { key });
    assert.deepEqual([refused.status, refused.body.quota], [403, { name: 'event_streams', limit: 2, used: 2 }]);
    assertPlatformDeclares(portal, 'streamEvents', refused);
    const other = await open(await portal.guest());
    first.close();
    await until(used, (count) => count === 1);
    const again = await open();
    assert.deepEqual([other.status, again.status], [200, 200]);
    for (const { close } of [second, other, again]) close();
  });

  test('hold for rotated keys that overlap', async () => {
    const key = await portal.guest();
    const { body: first } = await portal.call(`POST ${platform}/api_keys`, {
      key,
      body: { name: 'One', scopes: ['notas:read'] },
    });
    const rotate = (id: string, overlap_seconds: number) =>
      portal.call(`POST ${platform}/api_keys/${id}/rotations`, { key, body: { overlap_seconds } });
    const statuses = [];
    for (let index = 0; index < 4; index++) statuses.push((await rotate(first.id, 3600)).status);
    assert.deepEqual(statuses, [201, 201, 403, 403]);
    assert.equal((await rotate(first.id, 0)).status, 201);
  });
});
