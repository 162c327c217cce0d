import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { writeSpecs } from '../../testing/test-specs.ts';

const lists = (name: string) =>
  `'200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/${name}' } } } } }`;
const shows = (name: string, status = 200) =>
  `'${status}': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } } }`;
const inPath = (name: string) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`;

/** Invoices are seeded before the customers that they point at, which is the order of the document. */
const document = `
openapi: 3.1.0
info: { title: Shop, version: '1', x-language: en }
paths:
  /invoices: { get: { responses: { ${lists('Invoice')} } } }
  /invoices/{id}: { parameters: [${inPath('id')}], get: { responses: { ${shows('Invoice')} } } }
  /customers:
    get: { responses: { ${lists('Customer')} } }
    post:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }
      responses: { ${shows('Customer', 201)} }
  /customers/{customer_id}:
    parameters: [${inPath('customer_id')}]
    get: { responses: { ${shows('Customer')} } }
  /customers/{customer_id}/orders: { parameters: [${inPath('customer_id')}], get: { responses: { ${lists('Order')} } } }
  /customers/{customer_id}/orders/{id}: { parameters: [${inPath('customer_id')}, ${inPath('id')}], get: { responses: { ${shows('Order')} } } }
components:
  schemas:
    Invoice:
      type: object
      properties:
        id: { type: string, readOnly: true }
        customer_id: { type: string }
        status: { type: string, enum: [paid, canceled, open] }
        created_at: { type: string, format: date-time, readOnly: true }
        due_date: { type: string, format: date }
        issued: { type: integer, description: Unix time of the issue }
    Customer:
      type: object
      properties:
        id: { type: string, readOnly: true }
        name: { type: string }
        email: { type: string, format: email }
        born_at: { type: string, format: date, example: '1990-05-17' }
    Order:
      type: object
      properties: { id: { type: string, readOnly: true }, title: { type: string }, ordered_at: { type: string } }
`;

const day = 86_400_000;

describeOnDatabases('records of a document without examples', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ shop: { 'openapi.yaml': document } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = async (path: string, by = key) => {
    const { status, body } = await portal.call(`GET /sandbox/shop${path}`, { key: by });
    assert.equal(status, 200, path);
    return body;
  };

  test('are several, all different, and each is at its address', async () => {
    const customers = await get('/customers');
    assert.equal(customers.length, 12);
    for (const name of ['id', 'name', 'email'])
      assert.equal(new Set(customers.map((each: Record<string, string>) => each[name])).size, 12, name);
    for (const customer of customers) assert.deepEqual(await get(`/customers/${customer.id}`), customer);
  });

  test('are the same in every workspace', async () => {
    assert.deepEqual(await get('/invoices', await portal.guest()), await get('/invoices'));
  });

  test('point at each other, whichever are listed first', async () => {
    const invoices = await get('/invoices');
    for (const { customer_id } of invoices) await get(`/customers/${customer_id}`);
    assert.ok(new Set(invoices.map(({ customer_id }: { customer_id: string }) => customer_id)).size > 5);
  });

  test('below a parent are many for the first, and some for each of the others', async () => {
    const [first, ...others] = await get('/customers');
    assert.equal((await get(`/customers/${first.id}/orders`)).length, 12);
    for (const { id } of others) {
      const orders = await get(`/customers/${id}/orders`);
      assert.equal(orders.length, 2);
      await get(`/customers/${id}/orders/${orders[0].id}`);
    }
  });

  test('are in no final state', async () => {
    for (const { status } of await get('/invoices')) assert.equal(status, 'open');
  });

  test('were made in the last weeks, and are due in the next', async () => {
    const now = Date.now();
    const invoices = await get('/invoices');
    for (const { created_at, due_date } of invoices) {
      const age = now - Date.parse(created_at);
      assert.ok(age > 0 && age < 30 * day, created_at);
      assert.ok(Date.parse(due_date) > now && Date.parse(due_date) < now + 32 * day, due_date);
    }
    const times = invoices.map(({ created_at }: { created_at: string }) => created_at);
    assert.deepEqual(times.toSorted(), times);
    for (const { issued } of invoices)
      assert.ok(now / 1000 - issued < 30 * 86_400 && issued < now / 1000, String(issued));
  });

  test('keep the times that the document shows', async () => {
    assert.equal((await get('/customers'))[0].born_at, '1990-05-17');
  });

  test('are made again by a reset, as they were', async () => {
    const before = await get('/customers');
    await portal.call('POST /sandbox/shop/customers', { key, body: { name: 'Ana' } });
    assert.equal((await get('/customers')).length, 13);
    const { status } = await portal.call('POST /platform/v1/workspace/reset', { key, body: { api: 'shop' } });
    assert.equal(status, 204);
    assert.deepEqual(await get('/customers'), before);
  });
});
