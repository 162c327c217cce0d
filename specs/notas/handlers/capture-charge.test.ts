import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callNotas } from '../../../server/testing/notas.ts';
import { describeOnDatabases } from '../../../server/testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestPortal } from '../../../server/testing/test-portal.ts';

describeOnDatabases('the charges of Notas', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, options: CallOptions = {}) => callNotas(portal, request, { key, ...options });

  test('row "POST /charges, GET /charges/{id}, POST /charges/{id}/capture": authorise, then capture; a second capture is refused', async () => {
    const made = await call('POST /charges', { body: { amount: '1500.00', customer_id: 'cus_f5kznwj47tan9zt2' } });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.match(made.body.id, /^chg_/);
    assert.deepEqual(
      [made.body.status, made.body.amount, made.body.currency, made.body.captured_at],
      ['authorized', '1500.00', 'BRL', null],
    );
    assert.deepEqual((await call(`GET /charges/${made.body.id}`)).body, made.body);

    const captured = await call(`POST /charges/${made.body.id}/capture`);
    assert.deepEqual([captured.status, captured.body.status], [200, 'captured']);
    assert.ok(captured.body.captured_at);
    const again = await call(`POST /charges/${made.body.id}/capture`);
    assert.deepEqual([again.status, again.body.errors[0].code], [409, 'invalid_state']);
    assert.deepEqual((await call(`GET /charges/${made.body.id}`)).body, captured.body);
    assert.equal((await call('POST /charges/chg_none/capture')).status, 404);
    for (const body of [
      { amount: 1500 },
      { amount: '15' },
      {},
      { amount: '1.00', status: 'captured', customer_id: 'cus_none' },
    ])
      assert.equal((await call('POST /charges', { body })).status, 422);
    assert.equal(
      (await call('POST /charges', { body: { amount: '1.00', status: 'captured' } })).body.status,
      'authorized',
      'only the server sets the status',
    );
  });

  test('of many simultaneous captures exactly one succeeds', async () => {
    const { id } = (await call('POST /charges', { body: { amount: '10.00' } })).body;
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await call(`POST /charges/${id}/capture`)).status),
    );
    assert.deepEqual(statuses.sort(), [200, ...Array(7).fill(409)]);
  });
});
