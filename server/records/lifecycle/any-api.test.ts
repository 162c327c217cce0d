import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveApi } from '../../sandbox/serve-api.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { writeSpec, writeSpecs } from '../../testing/test-specs.ts';

const order = '{$ref: "#/components/schemas/Order"}';
const body = `requestBody: {content: {application/json: {schema: ${order}}}}`;
const answers = (status: number, schema: string) =>
  `responses: {"${status}": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const document = `openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    get: {${answers(200, `{type: array, items: ${order}}`)}}
    post: {${body}, ${answers(201, order)}}
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {${answers(200, order)}}
    put: {${body}, ${answers(200, order)}}
    patch: {${body}, ${answers(200, order)}}
    delete: {responses: {"204": {description: gone}}}
components: {schemas: {Order: {type: object, properties: {
  id: {type: string, readOnly: true}, state: {type: string, readOnly: true, enum: [new, paid, sent]}, note: {type: string},
  secret: {type: string, writeOnly: true}, updated_at: {type: string, format: date-time, readOnly: true}}}}}
`;
const profile = (lifecycle: string, events: string) =>
  `export const profile = { resources: { orders: { lifecycle: ${lifecycle}, events: ${events} } } };\n`;
const lifecycle = `{ property: 'state', initial: 'new', steps: [
  { from: 'new', after: 1000, to: 'paid' },
  { from: 'paid', after: 1000, to: 'sent', change: async (order, { nextNumber }) => ({ note: order.note + ' ' + (await nextNumber('missing')) }) },
] }`;
const events = `{ name: 'order', created: ['made'], changed: ['changed'], deleted: ['gone'], states: { new: ['is_new'], paid: ['is_paid'], sent: ['is_sent'] } }`;

describeOnDatabases('lifecycles and events work in any profile', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({
      shop: { 'openapi.yaml': document, 'seed.yaml': '', 'sandbox.ts': profile(lifecycle, events) },
    });
    portal = await startTestPortal({
      open,
      now: () => new Date('2026-11-20T12:00:00Z'),
      env: { SPECS_PATH: `${specs}:specs` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, sent?: unknown) => portal.call(request, { key, body: sent });
  const payloads = async () =>
    (await call('GET /platform/v1/events?api=shop')).body.data.map(({ payload }: { payload: unknown }) => payload);
  const advance = (advance_seconds: number) => call('PATCH /platform/v1/workspace/clock', { advance_seconds });

  test('each change emits its event with the record as it is then, without write-only properties', async () => {
    const { body: made } = await call('POST /sandbox/shop/orders', { note: 'first', secret: 'hush' });
    assert.equal(made.state, 'new');
    const { body: changed } = await call(`PATCH /sandbox/shop/orders/${made.id}`, { note: 'second' });
    const { body: replaced } = await call(`PUT /sandbox/shop/orders/${made.id}`, { note: 'third' });
    assert.equal(replaced.state, 'new', 'a state that only the server sets survives PUT');
    await advance(1);
    const { body: paid } = await call(`GET /sandbox/shop/orders/${made.id}`);
    assert.deepEqual([paid.state, paid.note], ['paid', 'third']);
    assert.equal((await call(`DELETE /sandbox/shop/orders/${made.id}`)).status, 204);
    await advance(60);
    const [start, second] = ['2026-11-20T12:00:00.000Z', '2026-11-20T12:00:01.000Z'];
    assert.deepEqual(await payloads(), [
      { type: 'made', created_at: start, data: { order: made } },
      { type: 'is_new', created_at: start, data: { order: made } },
      { type: 'changed', created_at: start, data: { order: changed } },
      { type: 'changed', created_at: start, data: { order: replaced } },
      { type: 'is_paid', created_at: second, data: { order: paid } },
      { type: 'gone', created_at: second, data: { order: paid } },
    ]);
    assert.ok(!JSON.stringify(await payloads()).includes('hush'));
  });

  test("a caller's change and the steps of the record do not overwrite each other", async () => {
    const { body: made } = await call('POST /sandbox/shop/orders', { note: 'a' });
    await advance(1);
    await Promise.all([
      call(`PATCH /sandbox/shop/orders/${made.id}`, { note: 'b' }),
      call(`GET /sandbox/shop/orders/${made.id}`),
      call('GET /sandbox/shop/orders'),
    ]);
    await advance(1);
    const { body } = await call(`GET /sandbox/shop/orders/${made.id}`);
    assert.deepEqual([body.state, body.note], ['sent', 'b 1']);
  });
});

describe('a profile with an invisible lifecycle', () => {
  const fault = (lifecycle: string, events = '{name: "order"}') =>
    serveApi(writeSpec(document, { 'seed.yaml': '', 'sandbox.ts': profile(lifecycle, events) }));

  test('is refused at the start with the reason', async () => {
    await assert.rejects(
      fault(`{ property: 'status', initial: 'new', steps: [] }`),
      /"orders" has no property "status" that declares its states/,
    );
    await assert.rejects(
      fault(`{ property: 'state', initial: 'new', steps: [{ from: 'new', after: 1, to: 'lost' }] }`),
      /cannot be "lost": its states are new, paid, sent/,
    );
    await assert.rejects(
      fault(`{ property: 'state', initial: 'new', steps: [] }`, `{ name: 'order', states: { lost: ['x'] } }`),
      /cannot be "lost"/,
    );
    await assert.rejects(
      fault('undefined', `{ name: 'order', states: { new: ['x'] } }`),
      /its states are declared by no lifecycle/,
    );
  });
});
