import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ok = (schema: string, status = 200) =>
  `{"${status}": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const named = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const store = (path: string, name: string, query = '') => `  /${path}:
    get: {${query}responses: ${ok(`{type: object, properties: {data: {type: array, items: ${named(name)}}}}`)}}
    post: {requestBody: {content: {application/json: {schema: {allOf: [${named(name)}], properties: {expand: {type: array, items: {type: string}}}}}}}, responses: ${ok(named(name), 201)}}
  /${path}/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {${query}responses: ${ok(named(name))}}
`;
const expand =
  'parameters: [{name: expand, in: query, style: deepObject, explode: true, schema: {type: array, items: {type: string}}}], ';
const include = 'parameters: [{name: include, in: query, schema: {type: string}}], ';

const document = `openapi: 3.1.0
info: {title: Orders, version: "1"}
paths:
${store('customers', 'Customer')}${store('orders', 'Order', expand)}${store('trips', 'Trip', include)}components:
  schemas:
    Customer: {type: object, required: [id], properties: {id: {type: string, readOnly: true}, name: {type: string}}}
    Order:
      type: object
      required: [id]
      properties:
        id: {type: string, readOnly: true}
        note: {type: string}
        customer: {anyOf: [{type: string, maxLength: 60}, ${named('Customer')}]}
        parent: {anyOf: [{type: string, maxLength: 60}, ${named('Order')}]}
    Trip: {type: object, required: [id], properties: {id: {type: string, readOnly: true}, passenger_id: {type: string}, passenger: ${named('Customer')}}}
`;

describeOnDatabases('records instead of their ids', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ orders: { 'openapi.yaml': document } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());
  const call = async (request: string, body?: unknown) =>
    (await portal.call(request.replace(' /', ' /sandbox/orders/'), { key, body })).body;

  test('are shown where the caller asks for them, in lists and below each other, too', async () => {
    const customer = await call('POST /customers', { name: 'Ana' });
    const first = await call('POST /orders', { customer: customer.id });
    const { id } = await call('POST /orders', { parent: first.id, note: 'later' });
    assert.equal((await call(`GET /orders/${first.id}`)).customer, customer.id);
    assert.deepEqual((await call(`GET /orders/${first.id}?expand[]=customer&expand[]=note`)).customer, customer);
    const { parent, note } = await call(`GET /orders/${id}?expand[0]=parent.customer`);
    assert.deepEqual([parent, note], [{ ...first, customer }, 'later']);
    const { data } = await call('GET /orders?expand[]=data.customer');
    assert.deepEqual(data.find((each: { id: string }) => each.id === first.id)?.customer, customer);
    const made = await call('POST /orders', { customer: customer.id, expand: ['customer'] });
    assert.deepEqual(made.customer, customer);
    assert.equal((await call(`GET /orders/${made.id}`)).customer, customer.id);
  });

  test('are added beside their ids where the document has them so', async () => {
    const customer = await call('POST /customers', { name: 'Rui' });
    const { id } = await call('POST /trips', { passenger_id: customer.id });
    assert.equal((await call(`GET /trips/${id}`)).passenger, undefined);
    assert.deepEqual((await call(`GET /trips/${id}?include=passenger,stops`)).passenger, customer);
  });

  test('stay ids where nothing is meant by them', async () => {
    const { id } = await call('POST /orders', { customer: 'nobody' });
    for (const name of ['customer', 'customer.name.first', 'nothing', '__proto__', 'constructor.x'])
      assert.equal((await call(`GET /orders/${id}?expand[]=${name}`)).customer, 'nobody', name);
  });
});
