import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answer, body, inPath, listOf, named } from '../testing/document-parts.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

/** Collections with comments, numbered lockers, a tree with secrets, and cards of two kinds. */
const document = `openapi: 3.1.0
info: {title: Stranger, version: "1"}
paths:
  /users/{user_id}/comments:
    ${inPath('user_id', 'integer')}
    get: {responses: ${answer(listOf('Comment'))}}
    post: {requestBody: ${body(named('Comment'))}, responses: ${answer(named('Comment'), 201)}}
  /posts/{post_id}/comments:
    ${inPath('post_id', 'integer')}
    get: {responses: ${answer(listOf('Comment'))}}
    post: {requestBody: ${body(named('Comment'))}, responses: ${answer(named('Comment'), 201)}}
  /lockers:
    get: {responses: ${answer(listOf('Locker'))}}
    post: {requestBody: ${body(named('Locker'))}, responses: ${answer(named('Locker'), 201)}}
  /lockers/{number}:
    ${inPath('number', 'integer')}
    get: {responses: ${answer(named('Locker'))}}
    put: {requestBody: ${body(named('Locker'))}, responses: {"200": {description: ok}, "201": {description: made}}}
  /nodes:
    get: {responses: ${answer(listOf('Node'))}}
    post: {requestBody: ${body(named('Node'))}, responses: ${answer(named('Node'), 201)}}
  /cards:
    get: {responses: ${answer(listOf('Card'))}}
    post: {requestBody: ${body(named('Card'))}, responses: ${answer(named('Card'), 201)}}
components:
  schemas:
    Comment: {type: object, properties: {id: {type: integer, readOnly: true}, text: {type: string}}}
    Locker: {type: object, properties: {number: {type: integer, readOnly: true}, owner: {type: string}, constructor: {type: string}}}
    Node:
      type: object
      properties:
        id: {type: string, readOnly: true}
        secret: {type: string, writeOnly: true}
        children: ${listOf('Node')}
        byName: {type: object, additionalProperties: ${named('Node')}}
    Card:
      type: object
      properties:
        id: {type: string, readOnly: true}
        means:
          oneOf:
            - {type: object, required: [iban], properties: {iban: {type: string}}}
            - {type: object, required: [number], properties: {number: {type: string}, cvc: {type: string, writeOnly: true}}}
`;

describeOnDatabases('a third-party document', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ 'third-party': { 'openapi.yaml': document, 'seed.yaml': '' } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());
  const call = (request: string, sent?: unknown) =>
    portal.call(request.replace(' /', ' /sandbox/third-party/'), { key, body: sent });

  test('separates the comments of user 5 from those of post 5', async () => {
    const { status } = await call('POST /users/5/comments', { text: 'of a user' });
    assert.equal(status, 201);
    await call('POST /posts/5/comments', { text: 'of a post' });
    const texts = async (path: string) => (await call(`GET ${path}`)).body.map(({ text }: { text: string }) => text);
    assert.deepEqual(
      [await texts('/users/5/comments'), await texts('/posts/5/comments')],
      [['of a user'], ['of a post']],
    );
  });

  test('continues numbering beyond the numbers that callers chose', async () => {
    assert.equal((await call('POST /lockers', { owner: 'Ana' })).body.number, 1);
    for (let number = 2; number <= 9; number++)
      assert.equal((await call(`PUT /lockers/${number}`, { owner: 'Rui' })).status, 201);
    assert.equal((await call('POST /lockers', { owner: 'Bia' })).body.number, 10);
    assert.equal((await call('GET /lockers/2')).body.owner, 'Rui');
  });

  test('may have properties named like those of Object.prototype', async () => {
    const { body: locker } = await call('POST /lockers', { owner: 'Ana' });
    assert.equal(locker.constructor, Object, 'nothing was invented');
    const made = await call('POST /lockers', { constructor: 'Rui' });
    assert.equal(made.body.constructor, 'Rui', JSON.stringify(made));
  });

  test('never shows write-only properties, at any depth of a tree', async () => {
    const leaf = { secret: 's3', children: [{ secret: 's4' }] };
    const tree = {
      secret: 's1',
      children: [{ secret: 's2', children: [leaf] }],
      byName: { a: { secret: 's5', children: [{ secret: 's6' }] } },
    };
    const made = await call('POST /nodes', tree);
    assert.equal(made.status, 201);
    for (const { body: shown } of [made, await call('GET /nodes')]) {
      assert.doesNotMatch(JSON.stringify(shown), /secret|s\d/);
      assert.match(
        JSON.stringify(shown),
        /"children":\[\{"children":\[\{"children":\[\{/,
        'the rest of the tree is shown',
      );
    }
  });

  test('never shows write-only properties in any variant', async () => {
    const made = await call('POST /cards', { means: { number: '4242', cvc: '123' } });
    assert.deepEqual([made.status, made.body.means], [201, { number: '4242' }]);
    assert.doesNotMatch(JSON.stringify((await call('GET /cards')).body), /cvc|123/);
    assert.deepEqual((await call('POST /cards', { means: { iban: 'BR1' } })).body.means, { iban: 'BR1' });
  });
});
