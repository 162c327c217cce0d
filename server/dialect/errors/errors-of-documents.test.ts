import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Operation } from '../../openapi/operations.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../../testing/test-portal.ts';
import { writeSpecs } from '../../testing/test-specs.ts';

const things =
  '{type: object, required: [name], properties: {id: {type: string, readOnly: true}, name: {type: string}}}';

/** A collection whose operations declare these errors, and its texts. */
const document = (errors: string, description: string, more = '') => `openapi: 3.1.0
info: {title: Things, version: "1", description: ${JSON.stringify(description)}}
paths:
  /things:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: ${things}}}}}, ${errors}}}
    post: {requestBody: {content: {application/json: {schema: ${things}}}}, responses: {"201": {description: ok, content: {application/json: {schema: ${things}}}}, ${errors}}}
  /things/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: ok, content: {application/json: {schema: ${things}}}}, ${errors}}}
${more}`;
const json = (status: string, schema: string, type = 'application/json') =>
  `"${status}": {description: error, content: {${type}: {schema: ${schema}}}}`;

const english = 'The list of all things that you own is kept by the server, and a thing must have a name.';
const spanish = 'La lista de todas las cosas. El servidor devuelve un error cuando el nombre no está.';
const german =
  'Die Liste der Dinge. Es wird ein Fehler gemeldet, wenn der Name nicht angegeben ist und das Ding fehlt.';
const coded = (codes: string) =>
  `{type: object, required: [code, message], properties: {code: {type: string, enum: [${codes}]}, message: {type: string}}}`;
const text = '{type: string}';

const documents = {
  english: document(
    json('default', '{$ref: "#/components/schemas/Error"}'),
    english,
    `components: {schemas: {Error: {type: object, required: [code, message], properties: {code: {$ref: "#/components/schemas/Code"}, message: ${text}}}, Code: {type: string, enum: [BAD_THING, RESOURCE_NOT_FOUND, VALIDATION_ERROR, UNAUTHORIZED]}, Color: {type: string, enum: [not_found, red]}}}`,
  ),
  spanish: document(json('404', coded('limit, no_encontrado')), spanish),
  german: document(json('4XX', coded('other, limit')), german),
  optional: document(
    json('404', `{type: object, properties: {code: {type: string, enum: [card_declined]}, message: ${text}}}`),
    english,
  ),
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
};

describe('errors of a document without a profile', () => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = Object.entries(documents).map(([slug, openapi]) => [slug, { 'openapi.yaml': openapi }] as const);
    portal = await startTestPortal({ env: { SPECS_PATH: `specs:${writeSpecs(Object.fromEntries(specs))}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const missing = (slug: keyof typeof documents, headers = {}) =>
    portal.call(`GET /sandbox/${slug}/things/none`, { key, headers });
  const invalid = (slug: keyof typeof documents) =>
    portal.call(`POST /sandbox/${slug}/things`, { key, body: { name: 7 } });

  function assertValid(slug: keyof typeof documents, { status, body, headers }: TestAnswer): void {
    const api = portal.context.apis.get(slug) as ServedApi;
    const { responses } = api.operations.find(({ method }) => method === 'get') as Operation;
    const { content = {} } = responses[status] ?? responses['4XX'] ?? responses.default ?? {};
    const schema = (content[headers['content-type']?.split(';')[0] ?? ''] ?? content['*/*'])?.schema;
    assert.ok(schema, `${slug} declares no ${headers['content-type']} for ${status}`);
    assert.deepEqual(api.validator.response(schema, body), []);
  }

  test('an English document speaks English, and a caller who prefers another language gets it', async () => {
    assert.match((await missing('english')).body.message, /^No record has the id/);
    const portuguese = await missing('english', { 'accept-language': 'pt-BR' });
    assert.match(portuguese.body.message, /^Nenhum registro/);
    assert.match((await missing('english', { 'accept-language': 'ja' })).body.message, /^No record/);
  });

  test('a Spanish document speaks Spanish, and one in none of the languages English', async () => {
    assert.match((await missing('spanish')).body.message, /^Ningún registro/);
    assert.match((await missing('german')).body.message, /^No record/);
  });

  test('a code is the member of the enum that means the error, by default and by reference', async () => {
    const found = [
      await missing('english'),
      await invalid('english'),
      await portal.call('GET /sandbox/english/things'),
    ];
    assert.deepEqual(
      found.map(({ status }) => status),
      [404, 422, 401],
    );
    for (const each of found) assertValid('english', each);
    assert.deepEqual(
      found.map(({ body }) => body.code),
      ['RESOURCE_NOT_FOUND', 'VALIDATION_ERROR', 'UNAUTHORIZED'],
    );
    assert.equal((await missing('spanish')).body.code, 'no_encontrado');
  });

  test('where no member means it, a general one is taken if one is required, and none otherwise', async () => {
    const general = await missing('german');
    assertValid('german', general);
    assert.equal(general.body.code, 'other');
    assert.deepEqual(Object.keys((await missing('optional')).body), ['message']);
  });

  test('problem details that only the range declares', async () => {
    for (const each of [await missing('problem'), await invalid('problem')]) {
      assert.match(each.headers['content-type'] ?? '', /^application\/problem\+json/);
      assertValid('problem', each);
      assert.equal(each.body.status, each.status);
    }
    assert.equal((await missing('problem')).body.instance, '/sandbox/problem/things/none');
    const bare = await missing('bare');
    assert.match(bare.headers['content-type'] ?? '', /^application\/problem\+json/);
    assert.equal(bare.body.code, 'not_found');
    assert.deepEqual(Object.keys((await missing('bare', { accept: 'application/json' })).body), ['message']);
  });

  test('lists of errors: JSON:API, FastAPI, and texts by field', async () => {
    const jsonapi = await invalid('jsonapi');
    assertValid('jsonapi', jsonapi);
    const [first] = jsonapi.body.errors;
    assert.deepEqual([first.status, first.code, first.source], ['422', 'invalid_type', { pointer: '/name' }]);
    assert.equal((await missing('jsonapi')).body.errors[0].code, 'not_found');
    const fastapi = await invalid('fastapi');
    assertValid('fastapi', { ...fastapi, status: 422 });
    assert.deepEqual(fastapi.body.detail[0].loc, ['body', 'name']);
    assert.equal(fastapi.body.detail[0].type, 'invalid_type');
    assert.deepEqual(Object.keys((await invalid('map')).body.errors), ['name']);
  });

  test('a schema that refers to itself ends, and says nothing twice', async () => {
    const { body } = await invalid('nested');
    assert.deepEqual(
      body.problems.map((each: object) => Object.keys(each)),
      [['name', 'message', 'detail']],
    );
    assert.notEqual(body.message, body.detail);
    assert.equal(body.causes, undefined);
  });

  test('time, path and success are told, and any type is JSON', async () => {
    const spring = await missing('spring');
    assertValid('spring', spring);
    assert.equal(spring.body.path, '/sandbox/spring/things/none');
    assert.deepEqual([spring.body.status, spring.body.success], [404, false]);
    assert.match(spring.body.message, /^No record/);
  });

  test('what breaks the schema is not told: the schema goes first', async () => {
    const limited = await missing('limited');
    assertValid('limited', limited);
    assert.equal(limited.body.code, 'E-7');
    assert.deepEqual(Object.keys((await missing('shown')).body.error), ['message', 'reference']);
    assert.match((await missing('shown')).body.error.message, /^No record/);
  });
});
