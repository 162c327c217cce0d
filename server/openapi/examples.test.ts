import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { allSpecs, writeSpec } from '../testing/test-specs.ts';
import { exampleOfParameter, exampleRequest } from './examples.ts';
import { findSpecs } from './find-specs.ts';
import { type ApiDocument, loadApi } from './load-api.ts';
import { createValidator } from './validator.ts';

/** A document with one operation that takes a body of this schema and shows this example of it. */
async function exampleOfBody(schema: string, example: string): Promise<unknown> {
  const api = await loadApi(
    writeSpec(`openapi: 3.1.0
info: {title: A, version: "1"}
paths:
  /visits:
    post:
      requestBody: {content: {application/json: {schema: ${schema}, example: ${example}}}}
      responses: {"200": {description: ok}}
`),
  );
  const [operation] = api.operations;
  assert.ok(operation);
  return exampleRequest(api, operation).body?.value;
}

describe('a request is made of the examples of its document', () => {
  const apis = findSpecs(allSpecs()).filter(({ slug }) => slug !== 'defeituosa');
  const loaded = new Map<string, ApiDocument>();
  before(async () => {
    for (const { slug, folder } of apis) loaded.set(slug, await loadApi(folder));
  });

  for (const { slug } of apis) {
    test(`every example request of ${slug} keeps the rules of its own document`, () => {
      const api = loaded.get(slug) as ApiDocument;
      const validator = createValidator(api.document);
      for (const operation of api.operations) {
        const { body, ...parameters } = exampleRequest(api, operation);
        const issues = [
          ...validator.parameters(operation, parameters),
          ...(body ? validator.body(operation, body.mediaType, body.value) : []),
        ];
        assert.deepEqual(issues, [], operation.id);
      }
    });
  }

  test('an example that breaks its schema is mended where it does, and left alone elsewhere', async () => {
    const schema =
      '{type: object, required: [date, people], properties: {date: {type: string, format: date}, people: {type: integer, minimum: 1}, note: {type: string}}}';
    const value = (await exampleOfBody(schema, '{date: tomorrow, note: At the quay}')) as Record<string, unknown>;
    assert.match(String(value.date), /^\d{4}-\d{2}-\d{2}$/);
    assert.ok(Number(value.people) >= 1);
    assert.equal(value.note, 'At the quay');
  });

  test('what holds a place that cannot be mended by itself is made anew', async () => {
    const variant = (name: string) =>
      `{type: object, required: [kind, ${name}], properties: {kind: {enum: [${name}]}, ${name}: {type: integer}}}`;
    const schema = `{type: object, properties: {port: {type: string}, vlan: {oneOf: [${variant('one')}, ${variant('two')}]}}}`;
    const value = await exampleOfBody(schema, '{port: A7, vlan: {kind: two}}');
    assert.deepEqual(value, { port: 'A7', vlan: { kind: 'two', two: 0 } });
  });

  test('what is read-only or unknown to a closed schema is left out', async () => {
    const schema =
      '{type: object, additionalProperties: false, properties: {id: {type: string, readOnly: true}, name: {type: string}}}';
    assert.deepEqual(await exampleOfBody(schema, '{id: "7", name: Ana, color: red}'), { name: 'Ana' });
  });

  test('a part of a path is not empty, even where its allowed values begin so', () => {
    const document = { openapi: '3.1.0', info: { title: 'A', version: '1' } };
    const schema = { type: 'string', enum: ['', 'active'] };
    assert.equal(exampleOfParameter(document, { name: 'state', in: 'path', schema }), 'active');
    assert.equal(exampleOfParameter(document, { name: 'state', in: 'query', schema }), '');
  });

  test('falsy examples are examples', async () => {
    assert.deepEqual(
      await exampleOfBody(
        '{type: object, properties: {n: {type: integer}, b: {type: boolean}, s: {type: string}}}',
        '{n: 0, b: false, s: ""}',
      ),
      { n: 0, b: false, s: '' },
    );
    assert.equal(await exampleOfBody('{type: integer}', '0'), 0);
  });

  test('a schema that refers to itself has an example that ends', async () => {
    const folder = writeSpec(`openapi: 3.1.0
info: {title: A, version: "1"}
paths:
  /nodes:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}}
      responses: {"200": {description: ok}}
components: {schemas: {Node: {type: object, required: [name], properties: {name: {type: string}, next: {$ref: "#/components/schemas/Node"}}}}}
`);
    const api = await loadApi(folder);
    const operation = api.operations[0];
    assert.ok(operation);
    const { body } = exampleRequest(api, operation);
    assert.ok(JSON.stringify(body?.value).length < 1000);
    assert.deepEqual(createValidator(api.document).body(operation, 'application/json', body?.value), []);
  });

  test('named examples are used where there is no single one, the first of them', async () => {
    const api = loaded.get('train-travel') as ApiDocument;
    const payment = api.operations.find(({ id }) => id === 'create-booking-payment');
    assert.ok(payment);
    assert.match(JSON.stringify(exampleRequest(api, payment).body?.value), /"object":"card"/);
  });
});
