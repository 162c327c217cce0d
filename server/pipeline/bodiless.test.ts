import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveDocument } from '../testing/serve-document.ts';

const text = 'content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}';

const document = `openapi: 3.2.0
info: {title: Bodiless, version: "1"}
paths:
  /none:
    post: {responses: {"204": {description: none, ${text}}}}
    put: {responses: {"205": {description: none, headers: {X-Told: {required: true, schema: {type: string, example: yes}}}, ${text}}}}
    get: {responses: {"200": {description: ok, ${text}}, "304": {description: same, ${text}}}}
    additionalOperations: {LINK: {responses: {"205": {description: none, ${text}}}}}
`;

test('a response that has no content has none, whatever the document declares', async () => {
  await serveDocument(document, async (call) => {
    for (const [asked, status] of [
      ['POST /none', 204],
      ['PUT /none', 205],
      ['LINK /none', 205],
    ] as const) {
      const answer = await call(asked);
      assert.deepEqual([answer.status, answer.body], [status, ''], asked);
      assert.equal(answer.headers['content-type'], undefined);
    }
    assert.equal((await call('PUT /none')).headers['x-told'], 'yes');
    const head = await call('HEAD /none');
    assert.deepEqual([head.status, head.body], [200, '']);
    assert.match(head.headers['content-type'] ?? '', /json/);
  });
});

test('a method that is not there is told those that are, of any name', async () => {
  await serveDocument(document, async (call) => {
    const { status, headers } = await call('DELETE /none');
    assert.equal(status, 405);
    assert.deepEqual(headers.allow?.split(', ').sort(), ['GET', 'HEAD', 'LINK', 'OPTIONS', 'POST', 'PUT']);
  });
});
