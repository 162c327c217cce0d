import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { customer as ana, customers } from '../../testing/notas.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

describeOnDatabases('Fault injection: nothing is done', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const events = async () => (await portal.call('GET /platform/v1/events?limit=100', { key })).body.data.length;
  const count = async () => (await portal.call(`GET ${customers}`, { key })).headers['x-total-count'];

  test('an injected error creates nothing, emits nothing, and is not stored under the idempotency key', async () => {
    const before = [await count(), await events()];
    const headers = { 'idempotency-key': 'try-1' };
    const failed = await portal.call(`POST ${customers}`, {
      key,
      body: ana,
      headers: { ...headers, prefer: 'code=503' },
    });
    assert.deepEqual([failed.status, failed.body.errors[0].code], [503, 'unavailable']);
    assert.deepEqual([await count(), await events()], before);
    const again = await portal.call(`POST ${customers}`, { key, body: ana, headers });
    assert.deepEqual([again.status, again.headers['idempotent-replayed']], [201, undefined]);
    assert.equal(await count(), String(Number(before[0]) + 1));
  });

  test('an injected error changes and removes nothing', async () => {
    const { body: made } = await portal.call(`POST ${customers}`, { key, body: ana });
    const path = `${customers}/${made.id}`;
    for (const [method, body] of [
      ['PATCH', { name: 'Outra' }],
      ['PUT', { ...ana, name: 'Outra' }],
      ['DELETE', undefined],
    ] as const) {
      const { status } = await portal.call(`${method} ${path}`, { key, body, headers: { prefer: 'code=500' } });
      assert.equal(status, 500);
    }
    assert.deepEqual((await portal.call(`GET ${path}`, { key })).body, made);
  });

  test('a delay alone still runs the operation, once', async () => {
    const before = Number(await count());
    const { status, headers } = await portal.call(`POST ${customers}`, {
      key,
      body: ana,
      headers: { prefer: 'wait=0' },
    });
    assert.deepEqual([status, headers['preference-applied']], [201, 'wait=0']);
    assert.equal(Number(await count()), before + 1);
  });
});
