import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const text = { type: 'string' };
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object, type = 'application/json') => ({ content: { [type]: { schema } } });
const answer = (status: string, schema: object) => ({
  responses: { [status]: { description: 'Done', ...json(schema) } },
});

/** A collection and its items whose requests and responses have these schemas. */
function resource(name: string, sent: object, shown: object, listed: object, type?: string): object {
  return {
    [`/${name}`]: { get: answer('200', listed), post: { requestBody: json(sent, type), ...answer('201', shown) } },
    [`/${name}/{id}`]: {
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      get: answer('200', shown),
      patch: { requestBody: json(sent, type), ...answer('200', shown) },
    },
  };
}

const list = (key: string, schema: object) => object({ [key]: { type: 'array', items: schema } });
const document = {
  openapi: '3.1.0',
  info: { title: 'Wrapped', version: '1' },
  paths: {
    ...resource(
      'tasks',
      object({ data: ref('Task') }),
      object({ data: ref('Task') }),
      list('data', ref('Task')),
      'application/json; charset=UTF-8',
    ),
    ...resource(
      'orders',
      object({ idempotency_key: text, order: ref('OrderIn'), orders: { type: 'array', items: ref('OrderIn') } }),
      object({ order: ref('Order') }),
      list('orders', ref('Order')),
    ),
    ...resource(
      'entries',
      object({ entry: ref('Task'), entries: { type: 'array', items: ref('Task') } }),
      object({ entry: ref('Task'), entries: { type: 'array', items: ref('Task') } }, ['entry']),
      list('entries', ref('Task')),
    ),
    ...resource('parcels', ref('Parcel'), ref('Parcel'), { type: 'array', items: ref('Parcel') }),
  },
  components: {
    schemas: {
      Task: object({ id: text, name: text, note: text }),
      Order: object({ id: text, name: text, note: text }),
      OrderIn: object({ name: text, note: text }),
      Parcel: object({ id: text, name: text, parcel: object({ name: text }) }),
    },
  },
};

describeOnDatabases('records that a request wraps', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ wrapping: { 'openapi.yaml': JSON.stringify(document) } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) =>
    portal.call(request.replace(' ', ' /sandbox/wrapping/'), { key, body });
  const sent = { name: 'One', note: 'Two' };

  const ways: Record<
    string,
    [wrap: (record: object) => object, unwrap: (body: Record<string, Record<string, unknown>>) => unknown]
  > = {
    tasks: [(data) => ({ data }), ({ data }) => data],
    orders: [(order) => ({ idempotency_key: 'k', order }), ({ order }) => order],
  };
  for (const [name, [wrap, unwrap]] of Object.entries(ways))
    test(`are kept without the wrapper, and changed by it: ${name}`, async () => {
      const made = await call(`POST ${name}`, wrap(sent));
      const record = unwrap(made.body) as Record<string, unknown>;
      assert.deepEqual([made.status, record], [201, { id: record.id, ...sent }]);
      assert.deepEqual(unwrap((await call(`GET ${name}/${record.id}`)).body), record);
      const changed = await call(`PATCH ${name}/${record.id}`, wrap({ note: 'Three' }));
      assert.deepEqual(unwrap(changed.body), { ...record, note: 'Three' });
    });

  test('are shown wherever the response has a record', async () => {
    const { body } = await call('POST entries', { entry: sent });
    assert.deepEqual([body.entry.name, body.entries?.[0] ?? body.entry], ['One', body.entry]);
  });

  test('are not told from a record that contains one of its name', async () => {
    const { body } = await call('POST parcels', { name: 'Out', parcel: { name: 'In' } });
    assert.deepEqual([body.name, body.parcel], ['Out', { name: 'In' }]);
  });
});
