import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const reset = 'POST /platform/v1/workspace/reset';
const customers = '/sandbox/notas/v1/customers';
const invoices = '/sandbox/notas/v1/companies/com_m9s346q3d25vt4f5/serviceinvoices';
const books = '/sandbox/biblioteca/livros';
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
  external_id: 'A-1',
};
const invoice = {
  customer_id: 'cus_f5kznwj47tan9zt2',
  service_code: '01.07',
  description: 'Suporte',
  service_date: '2026-11-20',
  amount: '10.00',
};

describeOnDatabases('a workspace is reset', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => portal.call(request, { key, body });
  const all = async (path: string) => (await call(`GET ${path}?per_page=100`)).body;

  test('to the seed data of every API, in the same order', async () => {
    const [seeded, seededBooks] = [await all(customers), (await call(`GET ${books}`)).body];
    await call(`POST ${customers}`, customer);
    await call(`DELETE ${customers}/${seeded[0].id}`);
    await call(`PATCH ${customers}/${seeded[1].id}`, { external_id: 'taken' });
    const isbn = seededBooks.dados[0].isbn;
    await call(`DELETE ${books}/${isbn}`);
    assert.notDeepEqual(await all(customers), seeded);

    const { status, body } = await call(reset);
    assert.deepEqual([status, body], [204, '']);
    assert.deepEqual(await all(customers), seeded);
    assert.deepEqual((await call(`GET ${books}`)).body, seededBooks);
    assert.equal((await call(`POST ${customers}`, customer)).status, 201, 'unique values are free again');
    assert.equal(
      (await call(`POST ${customers}`, { ...customer, external_id: seeded[1].external_id })).status,
      409,
      'and the seed has its own again',
    );
  });

  test('for one API alone, with its events and stored idempotent responses', async () => {
    await call(reset);
    const { body: made } = await call(`POST ${invoices}`, invoice);
    const once = { key, body: { ...customer, external_id: 'B-1' }, headers: { 'idempotency-key': 'reset-1' } };
    const first = await portal.call(`POST ${customers}`, once);
    const isbn = (await call(`GET ${books}`)).body.dados[0].isbn;
    await call(`DELETE ${books}/${isbn}`);
    assert.ok((await call('GET /platform/v1/events')).body.data.length > 0);

    assert.equal((await call(reset, { api: 'notas' })).status, 204);
    assert.equal((await call(`GET ${invoices}/${made.id}`)).status, 404);
    assert.deepEqual((await call('GET /platform/v1/events')).body.data, []);
    assert.equal((await call(`GET ${books}/${isbn}`)).status, 404, 'the other API is unchanged');
    const again = await portal.call(`POST ${customers}`, once);
    assert.equal(again.status, 201);
    assert.notEqual(again.body.id, first.body.id);
  });

  test('without affecting other workspaces', async () => {
    const stranger = await portal.guest();
    const { body } = await portal.call(`POST ${customers}`, { key: stranger, body: customer });
    await call(reset);
    assert.equal((await portal.call(`GET ${customers}/${body.id}`, { key: stranger })).status, 200);
  });

  test('even before its first use, and without changing the clock', async () => {
    const fresh = await portal.guest();
    await portal.call('PATCH /platform/v1/workspace/clock', { key: fresh, body: { advance_seconds: 60 } });
    assert.equal((await portal.call(reset, { key: fresh })).status, 204);
    assert.equal((await portal.call(`GET ${customers}?per_page=100`, { key: fresh })).body.length, 12);
    assert.equal((await portal.call('GET /platform/v1/workspace/clock', { key: fresh })).body.ahead_seconds, 60);
  });

  test('at once: concurrent readers see all of it or nothing', async () => {
    await call(reset);
    for (let round = 0; round < 3; round++) {
      await Promise.all(
        Array.from({ length: 3 }, (_, index) =>
          call(`POST ${customers}`, { ...customer, external_id: `C-${round}-${index}` }),
        ),
      );
      const reads = Array.from({ length: 8 }, () => call(`GET ${customers}?per_page=100`));
      const [, , ...answers] = await Promise.all([call(reset), call(reset), ...reads]);
      for (const { status, body } of answers) {
        assert.equal(status, 200);
        assert.ok(body.length === 12 || body.length === 15, `${body.length} customers were seen`);
      }
      assert.equal((await all(customers)).length, 12);
    }
  });

  test('an unknown API and an unknown field are refused', async () => {
    for (const [sent, pointer, code] of [
      [{ api: 'nada' }, '#/api', 'not_allowed_value'],
      [{ api: 'platform' }, '#/api', 'not_allowed_value'],
      [{ apis: [] }, '#/apis', 'unknown_field'],
    ] as const) {
      const { status, body } = await call(reset, sent);
      assert.deepEqual([status, body.errors[0].pointer, body.errors[0].code], [422, pointer, code]);
    }
    assert.match((await call(reset, { api: 'nada' })).body.errors[0].detail, /"notas"/);
  });
});
