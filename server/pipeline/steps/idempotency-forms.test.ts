import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveBodies } from '../../testing/sent-bodies.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import type { TestPortal } from '../../testing/test-portal.ts';

const file = '{type: object, properties: {id: {type: string}, title: {type: string}}}';
const document = `openapi: 3.1.0
info: {title: Files, version: "1"}
paths:
  /files:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: ${file}}}}}}}
    post:
      parameters: [{name: Idempotency-Key, in: header, schema: {type: string}}]
      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {title: {type: string}}}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: ${file}}}}}
`;

describeOnDatabases('idempotency of forms, without a profile', (open) => {
  let portal: TestPortal;
  let key: string;
  let close: () => Promise<void>;
  before(async () => {
    ({ portal, key, close } = await serveBodies({ files: document }, open));
  });
  after(() => close());

  test('a form that is sent again with another boundary is the same request', async () => {
    const post = async (boundary: string, title: string, type = 'multipart/form-data; boundary=') => {
      const answer = await portal.app.inject({
        method: 'POST',
        url: '/sandbox/files/files',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': `${type}${boundary}`,
          'idempotency-key': 'again',
        },
        payload: `--${boundary}\r\nContent-Disposition: form-data; name="title"\r\n\r\n${title}\r\n--${boundary}--\r\n`,
      });
      return { status: answer.statusCode, ...answer.json() };
    };
    const first = await post('------------------------a1', 'x');
    assert.equal(first.status, 201);
    assert.deepEqual(await post('------------------------b22', 'x'), first);
    assert.deepEqual(
      [(await post('b', 'y')).status, (await post('b', 'x', 'multipart/form-data; charset=utf-8; boundary=')).status],
      [422, 422],
    );
  });
});
