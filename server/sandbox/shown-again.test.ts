import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const object = (properties: string) => `{type: object, properties: {${properties}}}`;
const content = (schema: string) => `content: {application/json: {schema: ${schema}}}`;
const ok = (schema: string) => `responses: {"200": {description: ok, ${content(schema)}}}`;
const takes = (properties: string) => `requestBody: {${content(object(properties))}}`;
const id = 'parameters: [{name: id, in: path, required: true, schema: {type: string}}]';
const path = (name: string) => `{name: ${name}, in: path, required: true, schema: {type: string}}`;
const thing = '{$ref: "#/components/schemas/Thing"}';
const query = (name: string) => `{name: ${name}, in: query, required: true, schema: {type: string}}`;

/** Operations that show records of a collection elsewhere than at its address. */
const document = `openapi: 3.1.0
info: {title: Shown again, version: "1"}
paths:
  /things:
    get: {${ok(`{type: array, items: ${thing}}`)}}
    post: {${takes('name: {type: string}')}, ${ok(thing)}}
  /things/query/count:
    post: {${takes('name: {type: string}')}, ${ok(object('total: {type: integer}'))}}
  /things/{id}: {get: {${id}, ${ok(thing)}}}
  /things/{id}/channel: {get: {${id}, ${ok(object('topic: {type: string}'))}}}
  /things/{id}/channel/folder: {get: {${id}, ${ok(object('size: {type: integer}'))}}}
  '/things/{id}#rename': {put: {parameters: [${path('id')}, ${query('rename')}], ${takes('name: {type: string}')}, ${ok(thing)}}}
  /things/{id}/parts: {get: {${id}, ${ok('{type: array, items: {$ref: "#/components/schemas/Part"}}')}}}
  /things/{id}/parts/{id1}: {get: {parameters: [${path('id')}, ${path('id1')}], ${ok('{$ref: "#/components/schemas/Part"}')}}}
  /things/{id}/notes: {post: {${id}, ${takes('text: {type: string}')}, ${ok(object('done: {type: boolean}'))}}}
  /thing-by-name: {get: {parameters: [${query('name')}], responses: {"200": {description: ok, ${content(thing)}}, "404": {description: none}}}}
  /owners/{owner}/things: {post: {parameters: [{name: owner, in: path, required: true, schema: {type: string}}], ${takes('name: {type: string}')}, ${ok(thing)}}}
  /meetings:
    get: {${ok(`{type: array, items: ${object('id: {type: string}, topic: {type: string}, at: {type: string}')}}`)}}
    post: {${takes('topic: {type: string}, at: {type: string}')}, ${ok(`{type: array, items: ${object('id: {type: string}, topic: {type: string}, url: {type: string}')}}`)}}
  /cards:
    get: {${ok('{$ref: "#/components/schemas/Card"}')}}
    post: {${takes('holder: {type: string}')}, ${ok('{$ref: "#/components/schemas/Card"}')}}
  /cards/{id}: {get: {${id}, ${ok('{$ref: "#/components/schemas/Card"}')}}}
components:
  schemas:
    Thing: {type: object, properties: {id: {type: string}, name: {type: string}}}
    Part: {type: object, properties: {id: {type: string}, parts: {type: array, items: {type: object, properties: {id: {type: string}}}}}}
    Card: {type: object, properties: {id: {type: string}, holder: {type: string}}}
`;

describeOnDatabases('what is sent', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, env: { SPECS_PATH: writeSpecs({ again: { 'openapi.yaml': document } }) } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = async (request: string, sent?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/again${path}`, { key, body: sent });
  };
  test('is counted by a search, and found by what a query asks', async () => {
    const { length } = (await call('GET /things')).body;
    const { body: made } = await call('POST /things', { name: 'mine' });
    assert.equal((await call('POST /things/query/count', {})).body.total, length + 1);
    assert.equal((await call('POST /things/query/count', { name: 'mine' })).body.total, 1);
    assert.deepEqual((await call('GET /thing-by-name?name=mine')).body, made);
    assert.equal((await call('GET /thing-by-name?name=none')).status, 404);
  });

  test('changes the record above a variant of its address', async () => {
    const { body: made } = await call('POST /things', { name: 'before' });
    assert.equal((await call(`PUT /things/${made.id}?rename=1`, { name: 'after' })).body.name, 'after');
    assert.equal((await call(`GET /things/${made.id}`)).body.name, 'after');
  });

  test('is in the collection of its name, wherever it is sent', async () => {
    const { body: made } = await call('POST /owners/7/things', { name: 'theirs' });
    assert.deepEqual((await call(`GET /things/${made.id}`)).body, made);
    assert.deepEqual((await call('GET /things')).body.at(-1), made);
  });

  test('is one record where it is answered as a list of one', async () => {
    const { body } = await call('POST /meetings', { topic: 'plan', at: 'noon' });
    assert.deepEqual([body.length, body[0].topic], [1, 'plan']);
    assert.deepEqual((await call('GET /meetings')).body.at(-1), { id: body[0].id, topic: 'plan', at: 'noon' });
  });

  test('is what a collection shows that shows only one', async () => {
    const { body: made } = await call('POST /cards', { holder: 'me' });
    assert.deepEqual((await call('GET /cards')).body, made);
  });

  test('belongs to a record above, which may have parts of parts', async () => {
    const { body: made } = await call('POST /things', { name: 'owner' });
    assert.equal((await call(`GET /things/${made.id}/channel/folder`)).status, 200);
    assert.equal((await call('GET /things/none/channel/folder')).status, 404);
    const [part] = (await call(`GET /things/${made.id}/parts`)).body;
    if (part) assert.deepEqual((await call(`GET /things/${made.id}/parts/${part.id}`)).body, part);
    assert.equal((await call(`GET /things/${made.id}/parts/none`)).status, 404);
    assert.equal((await call(`POST /things/${made.id}/notes`, { text: 'x' })).status, 200);
  });
});
