import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { allSpecs, writeSpec } from '../testing/test-specs.ts';
import { exampleOfParameter, exampleRequest } from './examples.ts';
import { findSpecs } from './find-specs.ts';
import { type ApiDocument, loadApi } from './load-api.ts';
import { createValidator } from './validator.ts';

/** The example request body for an operation with this schema and example. */
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

describe('a request is made from the examples of its document', () => {
  const apis = findSpecs(allSpecs()).filter(({ slug }) => slug !== 'defeituosa');
  const loaded = new Map<string, ApiDocument>();
  before(async () => {
    for (const { slug, folder } of apis) loaded.set(slug, await loadApi(folder));
  });

  for (const { slug } of apis) {
    test(`every example request of ${slug} is valid for its own document`, () => {
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

  test('an invalid example is repaired where it breaks its schema, and unchanged elsewhere', async () => {
    const schema =
      '{type: object, required: [date, people], properties: {date: {type: string, format: date}, people: {type: integer, minimum: 1}, note: {type: string}}}';
    const value = (await exampleOfBody(schema, '{date: tomorrow, note: At the quay}')) as Record<string, unknown>;
    assert.match(String(value.date), /^\d{4}-\d{2}-\d{2}$/);
    assert.ok(Number(value.people) >= 1);
    assert.equal(value.note, 'At the quay');
  });

  test('a container is replaced if its invalid part cannot be repaired alone', async () => {
    const variant = (name: string) =>
      `{type: object, required: [kind, ${name}], properties: {kind: {enum: [${name}]}, ${name}: {type: integer}}}`;
    const schema = `{type: object, properties: {port: {type: string}, vlan: {oneOf: [${variant('one')}, ${variant('two')}]}}}`;
    const value = await exampleOfBody(schema, '{port: A7, vlan: {kind: two}}');
    assert.deepEqual(value, { port: 'A7', vlan: { kind: 'two', two: 0 } });
  });

  test('properties that are read-only or unknown to a closed schema are omitted', async () => {
    const schema =
      '{type: object, additionalProperties: false, properties: {id: {type: string, readOnly: true}, name: {type: string}}}';
    assert.deepEqual(await exampleOfBody(schema, '{id: "7", name: Ana, color: red}'), { name: 'Ana' });
  });

  test('a path parameter is not empty, even if its first allowed value is', () => {
    const document = { openapi: '3.1.0', info: { title: 'A', version: '1' } };
    const schema = { type: 'string', enum: ['', 'active'] };
    assert.equal(exampleOfParameter(document, { name: 'side', in: 'path', schema }), 'active');
    assert.equal(exampleOfParameter(document, { name: 'side', in: 'query', schema }), '');
  });

  test('falsy examples are used', async () => {
    assert.deepEqual(
      await exampleOfBody(
        '{type: object, properties: {n: {type: integer}, b: {type: boolean}, s: {type: string}}}',
        '{n: 0, b: false, s: ""}',
      ),
      { n: 0, b: false, s: '' },
    );
    assert.equal(await exampleOfBody('{type: integer}', '0'), 0);
  });

  test('a recursive schema has a finite example', async () => {
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

  test('the first named example is used if there is no single one', async () => {
    const api = loaded.get('train-travel') as ApiDocument;
    const payment = api.operations.find(({ id }) => id === 'create-booking-payment');
    assert.ok(payment);
    assert.match(JSON.stringify(exampleRequest(api, payment).body?.value), /"object":"card"/);
  });
});
