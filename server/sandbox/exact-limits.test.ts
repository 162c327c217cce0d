import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Schema } from '../openapi/document-types.ts';
import { sampleSchema } from '../openapi/sample/sample-schema.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const counters = `openapi: 3.0.3
info: {title: Counters, version: "1"}
paths:
  /counters:
    get:
      parameters: [{name: above, in: query, schema: {type: integer, maximum: 9223372036854775807}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Counter"}}}}}}
    post: {requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Counter"}}}}, responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Counter"}}}}}}
  /counters/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}], responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Counter"}}}}}}
components:
  schemas:
    Counter:
      type: object
      properties:
        id: {type: integer, readOnly: true}
        count: {type: integer, minimum: -9223372036854775808, maximum: 9223372036854775807}
        below: {type: integer, maximum: 9007199254740993, exclusiveMaximum: true}
        start: {type: integer, default: 9007199254740993}
        step: {type: integer, multipleOf: 10}
        kind: {type: integer, enum: [9007199254740993, 9007199254740995]}
`;
const seed = 'counters:\n  - {id: 9007199254740993, count: 9223372036854775807, start: 9007199254740997}\n';

describe('limits of 64 bits', () => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ counters: { 'openapi.yaml': counters, 'seed.yaml': seed } });
    portal = await startTestPortal({ env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  async function send(method: 'GET' | 'POST', path: string, payload?: string) {
    const headers = { authorization: `Bearer ${key}`, ...(payload && { 'content-type': 'application/json' }) };
    const url = `/sandbox/counters/counters${path}`;
    const { statusCode, body } = await portal.app.inject({ method, url, headers, payload });
    return { status: statusCode, body };
  }

  test('the document has no fault', () => {
    assert.deepEqual(portal.context.faults.list(), []);
  });

  const values: [body: string, isValid: boolean][] = [
    ['{"count":9223372036854775807}', true],
    ['{"count":9223372036854775808}', false],
    ['{"count":-9223372036854775808}', true],
    ['{"count":-9223372036854775809}', false],
    ['{"below":9007199254740992}', true],
    ['{"below":9007199254740993}', false],
    ['{"step":90071992547409930}', true],
    ['{"step":90071992547409931}', false],
    ['{"kind":9007199254740993}', true],
    ['{"kind":9007199254740992}', false],
  ];
  for (const [body, isValid] of values)
    test(`${isValid ? 'accept' : 'refuse'} ${body}`, async () => {
      const answer = await send('POST', '', body);
      assert.equal(answer.status, isValid ? 201 : 422, answer.body);
      const [, digits = ''] = /:(-?\d+)/.exec(body) ?? [];
      if (isValid) assert.ok(answer.body.includes(digits), answer.body);
    });

  test('hold for parameters, too', async () => {
    assert.equal((await send('GET', '?above=9223372036854775807')).status, 200);
    assert.equal((await send('GET', '?above=9223372036854775808')).status, 422);
  });

  test('are told digit by digit', async () => {
    assert.match((await send('POST', '', '{"count":9223372036854775808}')).body, /9223372036854775807/);
  });

  test('defaults and seeds keep their digits', async () => {
    assert.match((await send('POST', '', '{"count":1}')).body, /"start":9007199254740993/);
    assert.match((await send('POST', '', '{"count":9223372036854775807}')).body, /"start":9007199254740993/);
    const first = /"id":9007199254740993,"count":9223372036854775807,"start":9007199254740997/;
    assert.match((await send('GET', '')).body, first);
    assert.match((await send('GET', '/9007199254740993')).body, first);
  });

  test('samples keep to them', () => {
    const sample = (schema: Schema) =>
      sampleSchema({ openapi: '3.1.0', info: { title: '', version: '' } }, schema, {
        direction: 'request',
        examples: true,
        holds: () => true,
      });
    assert.equal(sample({ type: 'integer', minimum: 9007199254740993n }), 9007199254740993n);
    assert.equal(sample({ type: 'integer', exclusiveMinimum: 9007199254740993n }), 9007199254740994n);
    assert.equal(sample({ type: 'integer', minimum: 9007199254740993n, multipleOf: 10 }), 9007199254741000n);
    assert.equal(
      sample({ allOf: [{ minimum: 5 }, { type: 'integer', minimum: 9007199254740993n }] }),
      9007199254740993n,
    );
    assert.equal(sample({ type: 'integer', const: 9007199254740993n }), 9007199254740993n);
  });
});
