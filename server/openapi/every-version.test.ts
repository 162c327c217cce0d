import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { serveDocument } from '../testing/serve-document.ts';
import { writeSpec } from '../testing/test-specs.ts';
import { loadApi } from './load-api.ts';

const swagger = `swagger: 2.0
info: {title: Pets, version: "1"}
host: api.example.com
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
parameters:
  Body: {name: pet, in: body, required: true, schema: {$ref: "#/definitions/Pet"}}
  Ids: {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: pipes}
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{$ref: "#/parameters/Ids"}]
      responses: {200: {description: ok, schema: {type: array, items: {$ref: "#/definitions/Pet"}}}}
    post:
      operationId: addPet
      parameters: [{$ref: "#/parameters/Body"}]
      responses: {201: {description: ok, schema: {$ref: "#/definitions/Pet"}}}
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, type: string}]
    get: {operationId: getPet, responses: {200: {description: ok, schema: {$ref: "#/definitions/Pet"}}}}
  /faulty:
    get: {deprecated: "no", responses: {200: {description: ok, schema: {$ref: "#/definitions/Lost"}}}}
definitions:
  Pet: {type: object, required: [name], properties: {id: {type: string, readOnly: true}, name: {type: string, x-nullable: true}}}
`;

const threeTwo = `openapi: 3.2.0
info: {title: News, version: "1"}
servers: [{url: https://eu.example.com, name: europe}]
tags: [{name: A, summary: The A, kind: nav}, {name: B, parent: A}]
paths:
  /items:
    query:
      operationId: searchItems
      tags: [B]
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [text], properties: {text: {type: string}}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
    get:
      operationId: filterItems
      parameters: [{name: filter, in: querystring, required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, required: [since], properties: {since: {type: integer}}}}}}]
      responses: {"200": {summary: Fine, content: {application/json: {$ref: "#/components/mediaTypes/Items"}}}}
    additionalOperations:
      LINK: {operationId: linkItem, responses: {"204": {description: ok}}}
      UNLINK: {deprecated: "no", responses: {"204": {description: ok}}}
  /events:
    get:
      operationId: streamEvents
      responses: {"200": {description: ok, content: {text/event-stream: {itemSchema: {type: object, properties: {n: {type: integer, examples: [7]}}, examples: [{content: Hello, in: querystring, $ref: nowhere}]}}}}}
components:
  mediaTypes: {Items: {schema: {type: array, items: {type: string}}, examples: {one: {dataValue: [x]}}}}
`;

describe('a document of any version is served', () => {
  test('Swagger 2.0: bodies, forms of lists, nullable properties', () =>
    serveDocument(swagger, async (call, faults) => {
      assert.deepEqual(faults, [
        '1: /swagger: the value must be of type string.',
        '25: /paths//faulty/get/deprecated: the value must be of type boolean.',
        '25: The reference #/definitions/Lost has no target.',
      ]);
      assert.equal((await call('POST /pets', {})).status, 422);
      const { status, body } = await call('POST /pets', { name: null });
      assert.equal(status, 201);
      assert.deepEqual((await call(`GET /pets/${body.id}`)).body, body);
      assert.equal((await call('GET /pets?ids=1|2')).status, 200);
      assert.equal((await call('GET /pets?ids=1|x')).status, 422);
    }));

  test('OpenAPI 3.2: QUERY, other methods, query strings, media types by name', () =>
    serveDocument(threeTwo, async (call, faults) => {
      assert.deepEqual(faults, [
        '18: /paths//items/additionalOperations/UNLINK/deprecated: the value must be of type boolean.',
      ]);
      assert.equal((await call('QUERY /items', {})).status, 422);
      assert.equal((await call('QUERY /items', { text: 'x' })).status, 200);
      assert.equal((await call('GET /items?since=x')).status, 422);
      assert.equal((await call('GET /items?since=7')).status, 200);
      assert.equal((await call('LINK /items')).status, 204);
      assert.equal((await call('UNLINK /items')).status, 204);
      assert.equal((await call('PURGE /items')).headers.allow, 'GET, QUERY, LINK, UNLINK, HEAD, OPTIONS');
    }));

  test('what OpenAPI 3.2 names anew is read like what 3.1 has', async () => {
    const { document, operations } = await loadApi(writeSpec(threeTwo));
    assert.equal(document.servers?.[0]?.['x-name'], 'europe');
    assert.equal(document.tags?.[0]?.['x-displayName'], 'The A');
    const content = (at: number, type: string) => operations[at]?.responses['200']?.content?.[type];
    assert.deepEqual(content(0, 'application/json')?.examples, { one: { dataValue: ['x'], value: ['x'] } });
    assert.equal(operations[0]?.responses['200']?.description, 'Fine');
    const { type, examples } = content(4, 'text/event-stream')?.schema ?? {};
    assert.deepEqual([type, examples], ['object', [{ content: 'Hello', in: 'querystring', $ref: 'nowhere' }]]);
    assert.deepEqual(
      operations.map(({ method, slug }) => `${method} ${slug}`),
      ['get filter-items', 'query search-items', 'link link-item', 'unlink unlink-items', 'get stream-events'],
    );
  });

  const published = globSync('node_modules/@readme/oas-examples/2.0/json/*.json');
  test(`the examples of others, such as ${published[0]?.split('/').at(-1)}, lose nothing`, async () => {
    assert.ok(published.length > 3);
    for (const file of published) {
      const text = readFileSync(file, 'utf8');
      const wanted = Object.values(JSON.parse(text).paths as Record<string, object>).flatMap((item) =>
        Object.keys(item).filter((key) => /^(get|put|post|delete|options|head|patch)$/.test(key)),
      );
      const { operations, faults } = await loadApi(writeSpec(text));
      assert.deepEqual([faults, operations.length], [[], wanted.length], file);
    }
  });
});
