import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const answer = (properties: string, example = '') =>
  `responses: {"200": {description: ok, content: {application/json: {${example && `example: ${example}, `}schema: {type: object, additionalProperties: false, required: [ok], properties: {ok: {type: boolean, enum: [true]}, ${properties}}}}}}}`;
const form = (...names: string[]) =>
  `requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {${names.map((name) => `${name}: {type: string}`).join(', ')}}}}}}`;
const asked = (...names: string[]) =>
  `parameters: [${names.map((name) => `{name: ${name}, in: query, schema: {type: string}}`).join(', ')}]`;
const token = '{name: token, in: query, required: true, description: Authentication token., schema: {type: string}}';
const room = 'room: {$ref: "#/components/schemas/Room"}';
const ts = 'room: {type: string}, ts: {type: string}, text: {type: string}';

/** An API in which each record has names of its own: a room of `/rooms.list` is a `room`, and its messages are posted to a `chat`. */
const document = `openapi: 3.0.3
info: {title: Chat, version: "1"}
paths:
  /rooms.create: {post: {${form('name')}, ${answer(room, '{ok: true, room: {id: R1, name: all, topic: {value: Sun, by: U1}}}')}}}
  /rooms.list: {get: {${answer('halls: {type: array, items: {$ref: "#/components/schemas/Room"}}, cache_ts: {type: integer}')}}}
  /rooms.info: {get: {${asked('hall')}, ${answer(room)}}}
  /rooms.rename: {post: {${form('hall', 'name')}, ${answer(room)}}}
  /rooms.setTopic: {post: {${form('hall', 'topic')}, ${answer(room)}}}
  /rooms.close: {post: {${form('hall')}, ${answer('')}}}
  /chat.postMessage: {post: {${form('hall', 'text')}, ${answer('hall: {type: string}, ts: {$ref: "#/components/schemas/Ts"}, message: {$ref: "#/components/schemas/Message"}')}}}
  /chat.update: {post: {${form('hall', 'ts', 'text')}, ${answer(`${ts}, message: {type: object, properties: {text: {type: string}}}`)}}}
  /chat.delete: {post: {${form('hall', 'ts')}, ${answer('hall: {type: string}, ts: {type: string}')}}}
  /rooms.history: {get: {parameters: [{name: hall, in: query, schema: {type: string}}, {name: cursor, in: query, schema: {type: string}}, {name: limit, in: query, schema: {type: integer}}], ${answer('pins: {type: integer}, messages: {type: array, items: {$ref: "#/components/schemas/Message"}}', '{ok: true, pins: 0, messages: [], more: {next_cursor: "abc"}}')}}}
  /people.list: {get: {parameters: [${token}], ${answer('members: {type: array, items: {$ref: "#/components/schemas/Person"}}, cache_ts: {type: integer}', '{ok: true, cache_ts: 1, members: [{id: U1, name: Ada}, {id: U2, name: Bob}]}')}}}
  /people.info: {get: {${asked('member')}, ${answer('person: {$ref: "#/components/schemas/Person"}')}}}
components:
  schemas:
    Ts: {type: string, pattern: "^\\\\d{10}\\\\.\\\\d{6}$"}
    Room:
      items:
        anyOf:
          - {type: object, additionalProperties: false, required: [id, name, topic, size], properties: {id: {type: string}, name: {type: string}, size: {type: integer}, topic: {type: object, required: [value, by], properties: {value: {type: string}, by: {type: string}}}}}
          - {type: object, additionalProperties: false, required: [id], properties: {id: {type: string}, with: {type: string}}}
    Message: {type: object, additionalProperties: false, required: [ts, text], properties: {ts: {$ref: "#/components/schemas/Ts"}, text: {type: string}, name: {type: string}}}
    Person: {type: object, properties: {id: {type: string}, name: {type: string}}}
`;

describeOnDatabases('records that go by several names', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ chat: { 'openapi.yaml': document } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = async (path: string) => portal.call(`GET /sandbox/chat${path}`, { key });
  const post = async (path: string, fields: Record<string, string>) =>
    portal.call(`POST /sandbox/chat${path}`, {
      key,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const createRoom = async (name: string) => (await post('/rooms.create', { name })).body.room.id as string;

  test('what `items` without a type describe is one of them, where the examples show one', async () => {
    const { room } = (await post('/rooms.create', { name: 'lab' })).body;
    assert.equal(room.name, 'lab');
    assert.deepEqual((await get(`/rooms.info?hall=${room.id}`)).body.room, room);
  });

  test('an action finds its record by the name that a list has for it', async () => {
    const hall = await createRoom('lab');
    assert.equal((await post('/rooms.rename', { hall, name: 'hut' })).body.room.name, 'hut');
    assert.equal((await get(`/rooms.info?hall=${hall}`)).body.room.name, 'hut');
    assert.deepEqual((await post('/rooms.close', { hall })).body, { ok: true });
    assert.equal((await post('/rooms.rename', { hall: 'none', name: 'hut' })).status, 404);
  });

  test('a text is the value of what the record has as an object', async () => {
    const hall = await createRoom('lab');
    const { topic } = (await post('/rooms.setTopic', { hall, topic: 'Moon' })).body.room;
    assert.equal(topic.value, 'Moon');
    assert.equal(typeof topic.by, 'string');
  });

  test('a record is posted by a call of one name and listed by one of another, below the record that both name', async () => {
    const [hall, other] = [await createRoom('a'), await createRoom('b')];
    const { ok, ts, message, ...beside } = (await post('/chat.postMessage', { hall, text: 'Hello' })).body;
    assert.deepEqual([ok, message, beside], [true, { ts, text: 'Hello' }, { hall }]);
    assert.match(ts, /^\d{10}\.\d{5}[1-9]$/);
    assert.deepEqual((await get(`/rooms.history?hall=${hall}`)).body.messages, [{ ts, text: 'Hello' }]);
    assert.deepEqual((await get(`/rooms.history?hall=${other}`)).body.messages, []);
    const changed = (await post('/chat.update', { hall, ts, text: 'Bye' })).body;
    assert.deepEqual([changed.ts, changed.text, changed.message.text], [ts, 'Bye', 'Bye']);
    assert.equal((await post('/chat.update', { hall: other, ts, text: 'Bye' })).status, 404);
    assert.deepEqual((await post('/chat.delete', { hall, ts })).body, { ok: true, hall, ts });
    assert.deepEqual((await get(`/rooms.history?hall=${hall}`)).body.messages, []);
    assert.equal((await post('/chat.postMessage', { hall: 'none', text: 'Hello' })).status, 404);
  });

  test('a mark of the next page that only an example shows leads there', async () => {
    const hall = await createRoom('a');
    for (const text of ['1', '2', '3']) await post('/chat.postMessage', { hall, text });
    const first = (await get(`/rooms.history?hall=${hall}&limit=2`)).body;
    const rest = (await get(`/rooms.history?hall=${hall}&limit=2&cursor=${first.more.next_cursor}`)).body;
    const texts = [...first.messages, ...rest.messages].map(({ text }: { text: string }) => text);
    assert.deepEqual([texts, rest.more], [['1', '2', '3'], undefined]);
  });

  test('records that nothing creates are those of the examples, and a key that is sent otherwise is not asked for', async () => {
    const { members } = (await get('/people.list')).body;
    assert.deepEqual(members, [
      { id: 'U1', name: 'Ada' },
      { id: 'U2', name: 'Bob' },
    ]);
    assert.deepEqual((await get('/people.info?member=U2')).body.person, members[1]);
    assert.equal((await get('/people.info?member=U3')).status, 404);
  });
});
