import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { document, type ErrorPortal, english, json, serveErrors } from '../../testing/error-documents.ts';

const text = '{type: string}';

/** A document that declares nothing but a default. */
const byDefault = (schema: string) => `openapi: 3.1.0
info: {title: Things, version: "1"}
paths:
  /things:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: {${json('default', schema)}}
`;

const documents = {
  problem: document(
    json(
      '4XX',
      '{type: object, required: [title, status], properties: {type: {type: string, format: uri-reference}, title: {type: string}, status: {type: integer}, detail: {type: string}, instance: {type: string}}}',
      'application/problem+json',
    ),
    english,
  ),
  bare: document(
    '"4XX": {description: error, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}, application/problem+json: {}}}',
    english,
  ),
  jsonapi: document(
    json(
      '4XX',
      `{type: object, required: [errors], properties: {errors: {type: array, items: {type: object, properties: {id: ${text}, status: ${text}, code: ${text}, title: ${text}, detail: ${text}, source: {type: object, properties: {pointer: ${text}}}}}}}}`,
      'application/vnd.api+json',
    ),
    english,
  ),
  fastapi: document(
    json(
      '422',
      `{type: object, properties: {detail: {type: array, items: {type: object, required: [loc, msg, type], properties: {loc: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}, msg: ${text}, type: ${text}}}}}}`,
    ),
    english,
  ),
  map: document(
    json(
      '422',
      `{type: object, properties: {message: ${text}, errors: {type: object, additionalProperties: {type: array, items: ${text}}}}}`,
    ),
    english,
  ),
  spring: document(
    json(
      '4XX',
      `{type: object, required: [timestamp, path], properties: {timestamp: {type: string, format: date-time}, status: {type: integer}, error: ${text}, message: ${text}, path: ${text}, success: {type: boolean}}}`,
      "'*/*'",
    ),
    english,
  ),
  limited: document(
    json(
      '404',
      `{type: object, required: [code, message, number], properties: {code: {type: string, pattern: '^E-\\d+$', example: E-7}, message: {type: string, maxLength: 20}, number: {type: integer, minimum: 1000, maximum: 9999}}}`,
    ),
    english,
  ),
  nested: document(
    json('4XX', '{$ref: "#/components/schemas/Problem"}'),
    english,
    'components: {schemas: {Problem: {type: object, properties: {name: {type: string}, message: {type: string}, detail: {type: string}, causes: {type: array, items: {}}, problems: {type: array, items: {$ref: "#/components/schemas/Problem"}}}}}}',
  ),
  shown: document(
    '"404": {description: error, content: {application/json: {example: {error: {message: Nope., reference: R-1}}}}}',
    english,
  ),
  silent: document('"400": {description: "What was sent is wrong."}', english),
  succeeds: byDefault('{type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}'),
  fails: byDefault('{type: object, properties: {code: {type: integer}, message: {type: string}}}'),
};

describe('errors of a document without a profile', () => {
  let served: ErrorPortal;
  before(async () => {
    served = await serveErrors(documents);
  });
  after(() => served.portal.close());

  test('problem details that only the range declares', async () => {
    for (const each of [await served.missing('problem'), await served.invalid('problem')]) {
      assert.match(each.headers['content-type'] ?? '', /^application\/problem\+json/);
      served.assertValid('problem', each);
      assert.equal(each.body.status, each.status);
    }
    assert.equal((await served.missing('problem')).body.instance, '/sandbox/problem/things/none');
    const bare = await served.missing('bare');
    assert.match(bare.headers['content-type'] ?? '', /^application\/problem\+json/);
    assert.equal(bare.body.code, 'not_found');
    assert.deepEqual(Object.keys((await served.missing('bare', { accept: 'application/json' })).body), ['message']);
  });

  test('a status that is declared without a body goes before its neighbour that is not', async () => {
    const wrong = await served.invalid('silent');
    assert.deepEqual([wrong.status, wrong.body.status, wrong.body.code], [400, 400, 'invalid_fields']);
    assert.equal((await served.missing('silent')).status, 404);
  });

  test('lists of errors: JSON:API, FastAPI, and texts by field', async () => {
    const jsonapi = await served.invalid('jsonapi');
    served.assertValid('jsonapi', jsonapi);
    const [first] = jsonapi.body.errors;
    assert.deepEqual([first.status, first.code, first.source], ['422', 'invalid_type', { pointer: '/name' }]);
    assert.equal((await served.missing('jsonapi')).body.errors[0].code, 'not_found');
    const fastapi = await served.invalid('fastapi');
    served.assertValid('fastapi', { ...fastapi, status: 422 });
    assert.deepEqual(fastapi.body.detail[0].loc, ['body', 'name']);
    assert.equal(fastapi.body.detail[0].type, 'invalid_type');
    assert.deepEqual(Object.keys((await served.invalid('map')).body.errors), ['name']);
  });

  test('a schema that refers to itself ends, and says nothing twice', async () => {
    const { body } = await served.invalid('nested');
    assert.deepEqual(
      body.problems.map((each: object) => Object.keys(each)),
      [['name', 'message', 'detail']],
    );
    assert.notEqual(body.message, body.detail);
    assert.equal(body.causes, undefined);
  });

  test('time, path and success are told, and any type is JSON', async () => {
    const spring = await served.missing('spring');
    served.assertValid('spring', spring);
    assert.equal(spring.body.path, '/sandbox/spring/things/none');
    assert.deepEqual([spring.body.status, spring.body.success], [404, false]);
    assert.match(spring.body.message, /^No record/);
  });

  test('what breaks the schema is not told: the schema goes first', async () => {
    const limited = await served.missing('limited');
    served.assertValid('limited', limited);
    assert.equal(limited.body.code, 'E-7');
    assert.deepEqual(Object.keys((await served.missing('shown')).body.error), ['message', 'reference']);
    assert.match((await served.missing('shown')).body.error.message, /^No record/);
  });

  test('a default without a success beside it is for errors only if it tells of any', async () => {
    const refused = await served.invalid('succeeds');
    assert.match(refused.headers['content-type'] ?? '', /^application\/problem\+json/);
    assert.equal(refused.body.code, 'invalid_fields');
    assert.deepEqual(Object.keys((await served.invalid('fails')).body), ['code', 'message']);
  });
});
