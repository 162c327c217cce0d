import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ok = (schema: string) =>
  `responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const body = (properties: string) =>
  `requestBody: {content: {application/json: {schema: {type: object, properties: {${properties}}}}}}`;
const one =
  '{type: object, required: [ok], properties: {ok: {type: boolean}, channel: {$ref: "#/components/schemas/Channel"}}}';
const many =
  '{type: object, properties: {ok: {type: boolean}, channels: {type: array, items: {$ref: "#/components/schemas/Channel"}}, next_cursor: {type: string}}}';

/** APIs that say what they do by a word in the path, behind a dot or a slash. */
const document = `openapi: 3.1.0
info: {title: RPC, version: "1"}
paths:
  /channels.create: {post: {${body('name: {type: string}')}, ${ok(one)}}}
  /channels.list: {post: {${body('cursor: {type: string}, limit: {type: integer}, topic: {type: string}')}, ${ok(many)}}}
  /channels.info: {get: {parameters: [{name: channel, in: query, required: true, schema: {type: string}}], ${ok(one)}}}
  /channels.update: {post: {${body('channel: {type: string}, topic: {type: string}')}, ${ok(one)}}}
  /channels.delete: {post: {${body('channel: {type: string}')}, ${ok('{type: object, properties: {ok: {type: boolean}}}')}}}
  /item/create: {post: {${body('name: {type: string}')}, ${ok('{$ref: "#/components/schemas/Item"}')}}}
  /item/get: {post: {${body('item_id: {type: string}')}, ${ok('{$ref: "#/components/schemas/Item"}')}}}
  /item/remove: {post: {${body('item_id: {type: string}')}, responses: {"204": {description: gone}}}}
components:
  schemas:
    Channel: {type: object, properties: {id: {type: string}, name: {type: string}, topic: {type: string}}}
    Item: {type: object, properties: {item_id: {type: string}, name: {type: string}}}
`;

describeOnDatabases('operations that say by a word what they do', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ rpc: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, sent?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/rpc${path}`, { key, body: sent });
  };

  test('create, show, change, list and remove records that are named in the query or the body', async () => {
    const { channel } = (await call('POST /channels.create', { name: 'general' })).body;
    assert.equal(channel.name, 'general');
    assert.deepEqual((await call(`GET /channels.info?channel=${channel.id}`)).body.channel, channel);
    const changed = (await call('POST /channels.update', { channel: channel.id, topic: 'news' })).body.channel;
    assert.deepEqual(changed, { ...channel, topic: 'news' });
    assert.deepEqual((await call('POST /channels.list', {})).body.channels, [changed]);
    assert.deepEqual((await call('POST /channels.list', { topic: 'none' })).body.channels, []);
    assert.equal((await call('POST /channels.delete', { channel: channel.id })).status, 200);
    assert.equal((await call(`GET /channels.info?channel=${channel.id}`)).status, 404);
    assert.equal((await call('POST /channels.update', { channel: channel.id, topic: 'x' })).status, 404);
  });

  test('have pages', async () => {
    for (const name of ['a', 'b', 'c']) await call('POST /channels.create', { name });
    const first = (await call('POST /channels.list', { limit: 2 })).body;
    const second = (await call('POST /channels.list', { limit: 2, cursor: first.next_cursor })).body;
    const names = [...first.channels, ...second.channels].map(({ name }: { name: string }) => name);
    assert.deepEqual([names, second.next_cursor], [['a', 'b', 'c'], undefined]);
  });

  test('may stand behind a slash', async () => {
    const { body: item } = await call('POST /item/create', { name: 'thing' });
    assert.deepEqual((await call('POST /item/get', { item_id: item.item_id })).body, item);
    assert.equal((await call('POST /item/remove', { item_id: item.item_id })).status, 204);
    assert.equal((await call('POST /item/get', { item_id: item.item_id })).status, 404);
  });
});
