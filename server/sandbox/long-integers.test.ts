import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const orders = `openapi: 3.1.0
info: {title: Orders, version: "1"}
paths:
  /orders:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}}}}
    post: {requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}, responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}}}
  /orders/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64, example: 9007199254740993}}], responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}}}
components:
  schemas:
    Order:
      type: object
      required: [id, ref]
      properties:
        id: {type: integer, format: int64, readOnly: true, example: 9007199254740993, maximum: 9223372036854775807}
        ref: {type: integer, format: int64, example: 1050201062612639744}
        fee: {type: integer, default: 3}
`;

describeOnDatabases('integers of 64 bits', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({
      yaml: { 'openapi.yaml': orders },
      json: { 'openapi.yaml': ordersAsJson() },
    });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  /** The text of an answer, since its digits are what matters. */
  async function send(method: 'GET' | 'POST', url: string, payload?: string) {
    const headers = { authorization: `Bearer ${key}`, ...(payload && { 'content-type': 'application/json' }) };
    const { statusCode, body } = await portal.app.inject({ method, url, headers, payload });
    return [statusCode, body];
  }

  for (const slug of ['yaml', 'json'])
    test(`keep their digits from the document, in bodies, lists and addresses (${slug})`, async () => {
      const first = '{"id":9007199254740993,"ref":1050201062612639744,"fee":3}';
      assert.deepEqual(await send('GET', `/sandbox/${slug}/orders`), [200, `[${first}]`]);
      assert.deepEqual(await send('GET', `/sandbox/${slug}/orders/9007199254740993`), [200, first]);
      assert.equal((await send('GET', `/sandbox/${slug}/orders/9007199254740992`))[0], 404);
      const refs = ['9223372036854775807', '-9223372036854775808', '123456789012345678901'];
      const created = refs.map((ref, index) => `{"id":${index + 1},"ref":${ref},"fee":3}`);
      for (const [index, ref] of refs.entries())
        assert.deepEqual(await send('POST', `/sandbox/${slug}/orders`, `{"ref":${ref}}`), [201, created[index]]);
      assert.deepEqual(await send('GET', `/sandbox/${slug}/orders`), [200, `[${[first, ...created].join(',')}]`]);
    });

  test('are checked like others', async () => {
    for (const body of [
      '{"ref":"9223372036854775807"}',
      '{"ref":1e400}',
      '[12345678901234567890]',
      '12345678901234567890',
    ])
      assert.equal((await send('POST', '/sandbox/yaml/orders', body))[0], 422, body);
  });

  test('end where ids end: one of a million digits is a number as any other, and costs as little', async () => {
    const [status, text] = await send('POST', '/sandbox/yaml/orders', `{"ref":1,"more":${'9'.repeat(900_000)}}`);
    assert.ok(status === 201 || status === 422, `${status}`);
    assert.ok(String(text).length < 10_000, String(text).slice(0, 100));
  });

  test('are downloaded as they are written', async () => {
    const [, text] = await send('GET', '/downloads/yaml/openapi.yaml');
    for (const digits of ['9007199254740993', '9223372036854775807', '1050201062612639744'])
      assert.ok(String(text).includes(digits), digits);
  });
});

/** The same in JSON, which another parser reads. */
function ordersAsJson(): string {
  const order =
    '{"type":"object","required":["id","ref"],"properties":{"id":{"type":"integer","readOnly":true,"example":9007199254740993},"ref":{"type":"integer","example":1050201062612639744},"fee":{"type":"integer","default":3}}}';
  const one = '{"description":"ok","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Order"}}}}';
  const list = one.replace('"schema":', '"schema":{"type":"array","items":').replace('"}}}}', '"}}}}}');
  const body = '{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Order"}}}}';
  const id = '{"name":"id","in":"path","required":true,"schema":{"type":"integer","example":9007199254740993}}';
  return `{"openapi":"3.1.0","info":{"title":"Orders","version":"1"},"paths":{"/orders":{"get":{"responses":{"200":${list}}},"post":{"requestBody":${body},"responses":{"201":${one}}}},"/orders/{id}":{"get":{"parameters":[${id}],"responses":{"200":${one}}}}},"components":{"schemas":{"Order":${order}}}}`;
}
