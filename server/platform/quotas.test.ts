import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

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
      },
    });
  });
  after(() => portal.close());

  for (const [collection, body] of [
    ['webhook_endpoints', { url: 'https://93.184.215.14/hook' }],
    ['inboxes', {}],
    ['api_keys', { name: 'One', scopes: ['notas:read'] }],
    ['oauth_clients', { name: 'One', scopes: ['notas:read'] }],
  ] as const) {
    test(`admit 3 more ${collection} of 8 created at once, and one more after each removal`, async () => {
      const key = await portal.guest();
      const create = () => portal.call(`POST ${platform}/${collection}`, { key, body });
      const all = await Promise.all(Array.from({ length: 8 }, create));
      assert.equal(all.filter(({ status }) => status === 201).length, 3, JSON.stringify(all.map(({ body }) => body)));
      const refused = all.filter(({ status }) => status !== 201);
      for (const { status, body } of refused) {
        assert.deepEqual([status, body.code], [403, 'quota_exceeded']);
        assert.match(body.detail, /pode ter [34] .*(Exclua|Revogue)/);
      }
      const made = all.find(({ status }) => status === 201)?.body;
      assert.equal((await portal.call(`DELETE ${platform}/${collection}/${made.id}`, { key })).status, 204);
      assert.deepEqual([(await create()).status, (await create()).status], [201, 403]);
      const other = await portal.guest();
      assert.equal((await portal.call(`POST ${platform}/${collection}`, { key: other, body })).status, 201);
    });
  }

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
