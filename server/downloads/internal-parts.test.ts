import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { explainApi } from '../plan/explain/explain-api.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const document = `openapi: 3.1.0
info: {title: Parcels, version: "1"}
tags: [{name: open}, {name: hidden, x-internal: true}]
paths:
  /parcels:
    get:
      operationId: listParcels
      tags: [open, hidden]
      parameters: [{name: debug, in: query, x-internal: true, schema: {type: boolean}}, {$ref: '#/components/parameters/Trace'}, {name: limit, in: query, schema: {type: integer}}]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Parcel'}}}}}}
    post:
      operationId: createParcel
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Parcel'}}}}
      responses: {'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Parcel'}}}}}
  /purge: {post: {operationId: purge, x-internal: true, responses: {'204': {description: gone}}}}
  /secrets: {get: {operationId: listSecrets, tags: [hidden], responses: {'200': {description: ok}}}}
components:
  parameters: {Trace: {name: trace, in: query, x-internal: true, schema: {type: string}}}
  schemas:
    Parcel: {type: object, required: [name, cost], properties: {id: {type: string}, name: {type: string}, cost: {type: integer, x-internal: true}, note: {$ref: '#/components/schemas/Note'}}, example: {id: p1, name: Box, cost: 7}}
    Note: {type: string, x-internal: true}
`;
const hidden = ['debug', 'trace', 'purge', 'listSecrets', 'cost', 'Note', 'note', 'x-internal'];

describe('what a document marks with x-internal', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ env: { SPECS_PATH: writeSpecs({ parcels: { 'openapi.yaml': document } }) } });
  });
  after(() => portal.close());

  test('is not in the document, the collection and the client for download', async () => {
    const { body } = await portal.call('GET /downloads/parcels/openapi.yaml');
    for (const name of hidden) assert.ok(!String(body).includes(name), `${name} is in the document`);
    const { paths, components, tags } = parse(String(body));
    assert.deepEqual(Object.keys(paths['/parcels']), ['get', 'post']);
    assert.deepEqual(components.schemas.Parcel.required, ['name']);
    assert.deepEqual(tags, [{ name: 'open' }]);
    const collection = JSON.stringify((await portal.call('GET /downloads/parcels/postman_collection.json')).body);
    for (const name of hidden) assert.ok(!collection.includes(name), `${name} is in the collection`);
    assert.ok(collection.includes('limit'));
  });

  test('is served all the same', async () => {
    const key = await portal.guest();
    assert.equal((await portal.call('POST /sandbox/parcels/purge', { key })).status, 204);
    const box = { name: 'Box', cost: 9 };
    const { status, body } = await portal.call('POST /sandbox/parcels/parcels', { key, body: box });
    assert.deepEqual([status, (body as { cost: number }).cost], [201, 9]);
  });

  test('is told by explain', async () => {
    const { operations } = explainApi(portal.context.apis.get('parcels') as never);
    const hints = new Map(operations.map(({ id, hints: own }) => [id, own.map(({ en }) => en).join(' ')]));
    assert.match(hints.get('purge') ?? '', /no page/);
    assert.match(hints.get('listSecrets') ?? '', /no page/);
    assert.match(hints.get('listParcels') ?? '', /: debug, trace, cost, note\./);
    assert.match(hints.get('createParcel') ?? '', /: cost, note\./);
  });
});
