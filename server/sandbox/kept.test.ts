import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';
import { exportFrom } from '../testing/workspace-files.ts';

const object = (properties: string) => `{type: object, properties: {${properties}}}`;
const content = (schema: string) => `content: {application/json: {schema: ${schema}}}`;
const ok = (schema: string) => `responses: {"200": {description: ok, ${content(schema)}}}`;
const takes = (properties: string) => `requestBody: {${content(object(properties))}}`;
const nothing = 'responses: {"204": {description: done}}';

/** Operations whose effect a document hardly shows again. */
const document = `openapi: 3.1.0
info: {title: Kept, version: "1"}
paths:
  /messages: {post: {${takes('to: {type: string}, text: {type: string}')}, ${ok(object('message_id: {type: string, format: uuid}, status: {type: string, example: queued}'))}}}
  /feedback: {post: {${takes('text: {type: string}')}, ${nothing}}}
  /me/password: {put: {${takes('password: {type: string}')}, ${nothing}}}
  /me/phone:
    post: {${takes('number: {type: string}')}, ${nothing}}
    delete: {${nothing}}
  /convert: {post: {${takes('from: {type: string}')}, ${ok(object('id: {type: string}, to: {type: string}'))}}}
  /risk: {post: {${takes('age: {type: integer}')}, ${ok(object('level: {type: string}, reasons: {type: array, items: {type: string}}'))}}}
`;

describeOnDatabases('what is sent to where nothing shows it again', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, env: { SPECS_PATH: writeSpecs({ kept: { 'openapi.yaml': document } }) } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = async (request: string, sent?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/kept${path}`, { key, body: sent });
  };
  const kept = async (store: string) => {
    const { apis } = await exportFrom(portal, key);
    const records = apis.flatMap(({ records: own }) => own).filter((record) => record.store === store);
    return records.map(({ body }) => body);
  };

  test('is kept in the workspace, each time with an id of its own', async () => {
    const { body: one } = await call('POST /messages', { to: 'a', text: 'first' });
    const { body: other } = await call('POST /messages', { to: 'b', text: 'second' });
    assert.notEqual(one.message_id, other.message_id);
    assert.equal(one.status, 'queued');
    const records = await kept('messages');
    assert.deepEqual(
      records.map(({ text, message_id }) => [text, message_id]),
      [
        ['first', one.message_id],
        ['second', other.message_id],
      ],
    );
  });

  test('is kept where the answer has no body, and nothing is there before', async () => {
    assert.deepEqual(await kept('feedback'), []);
    assert.equal((await call('POST /feedback', { text: 'good' })).status, 204);
    assert.deepEqual(await kept('feedback'), [{ text: 'good' }]);
  });

  test('is one record where it is put, or can be removed', async () => {
    await call('PUT /me/password', { password: 'one' });
    assert.equal((await call('PUT /me/password', { password: 'two' })).status, 204);
    assert.deepEqual(await kept('password'), [{ password: 'two' }]);
    await call('POST /me/phone', { number: '1' });
    await call('POST /me/phone', { number: '2' });
    assert.deepEqual(await kept('phone'), [{ number: '2' }]);
    assert.equal((await call('DELETE /me/phone')).status, 204);
    assert.deepEqual(await kept('phone'), []);
    assert.equal((await call('DELETE /me/phone')).status, 404);
  });

  test('makes room for itself: the last hundred are kept, since no request can remove any', async () => {
    for (let index = 0; index < 105; index++) await call('POST /feedback', { text: `${index}` });
    const texts = (await kept('feedback')).map(({ text }) => text);
    assert.deepEqual([texts.length, texts[0], texts.at(-1)], [100, '5', '104']);
  });

  test('is not kept where the answer is worked out from it', async () => {
    assert.equal((await call('POST /convert', { from: 'a' })).status, 200);
    assert.equal((await call('POST /risk', { age: 7 })).status, 200);
    assert.deepEqual([await kept('convert'), await kept('risk')], [[], []]);
  });
});
