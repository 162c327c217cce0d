import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ok = (schema: string) => `{"200": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const named = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const store = (path: string, name: string, sent: string) => `  /${path}:
    get: {responses: ${ok(`{type: object, properties: {data: {type: array, items: ${named(name)}}}}`)}}
    post: {requestBody: {content: {application/json: {schema: {type: object, properties: ${sent}}}}}, responses: ${ok(named(name))}}
  /${path}/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: ${ok(named(name))}}
`;
const text = '{type: string}';
const lines = `{type: array, items: {type: object, properties: {price: ${text}, quantity: {type: integer}}}}`;

/** Callers send ids and bare lists, and read records and lists in wrappers. */
const document = `openapi: 3.1.0
info: {title: Plans, version: "1"}
paths:
${store('prices', 'Price', `{amount: {type: integer}}`)}${store('plans', 'Plan', `{owner: ${text}, main: ${text}, lines: ${lines}}`)}components:
  schemas:
    Price: {type: object, required: [id], properties: {id: ${text}, amount: {type: integer}}}
    Line: {type: object, required: [id, price, plan], properties: {id: {type: string, example: li_Kq82hsZ2p0}, quantity: {type: integer}, price: ${named('Price')}, plan: ${text}}}
    Plan:
      type: object
      required: [id, lines]
      properties:
        id: ${text}
        owner: ${text}
        main: ${named('Price')}
        lines:
          type: object
          required: [data, has_more]
          properties: {data: {type: array, items: ${named('Line')}}, has_more: {type: boolean}}
`;

describeOnDatabases('what is sent as ids and bare lists', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ plans: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());
  const call = async (request: string, body?: unknown) =>
    (await portal.call(request.replace(' /', ' /sandbox/plans/'), { key, body })).body;

  test('is shown as records and wrapped lists, where the document shows nothing else', async () => {
    const [one, two] = [await call('POST /prices', { amount: 1 }), await call('POST /prices', { amount: 2 })];
    const sent = { owner: one.id, main: two.id, lines: [{ price: one.id, quantity: 3 }, { price: two.id }] };
    const plan = await call('POST /plans', sent);
    const [first, second] = plan.lines.data;
    assert.deepEqual([plan.owner, plan.main], [one.id, two]);
    assert.deepEqual([first.price, first.quantity, first.plan, second.price], [one, 3, plan.id, two]);
    assert.match(first.id, /^li_\w{10}$/);
    assert.notEqual(first.id, second.id);
    assert.equal(typeof plan.lines.has_more, 'boolean');
    assert.deepEqual(await call(`GET /plans/${plan.id}`), plan);
    assert.deepEqual((await call('GET /plans')).data, [plan]);
  });

  test('stays as it was sent where it is much: a small request makes no large record', async () => {
    const many = Array.from({ length: 201 }, () => ({}));
    assert.equal((await call('POST /plans', { lines: many.slice(1) })).lines.data.length, 200);
    const plan = await call('POST /plans', { lines: many });
    assert.ok(JSON.stringify(plan).length < 2_000, JSON.stringify(plan).slice(0, 200));
    const lines = Array.from({ length: 150 }, () => ({ price: 'none' }));
    assert.equal((await call('POST /plans', { main: 'none', lines })).lines.data.length, 150);
  });

  test('stays in the form of the document where it names nothing', async () => {
    const plan = await call('POST /plans', { main: 'none', lines: [] });
    assert.deepEqual(plan.lines.data, []);
    assert.equal(typeof plan.main, 'object');
  });
});
