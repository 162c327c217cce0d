import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPages } from './pages-fixture.ts';

const parcel = `components:
  schemas:
    Parcel: {type: object, required: [id], properties: {id: {type: string, readOnly: true, example: par_1}, pin: {type: string, writeOnly: true}, name: {type: string, description: A name.}}}`;
const sent = `{summary: It arrived, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Parcel'}}}}, responses: {'202': {description: Thanks.}}}`;

describe('webhooks have pages', () => {
  test('with what is sent and which answers are expected, also where there is nothing to call', async () => {
    const { index, hooks, operations } = await readPages(`openapi: 3.1.0
info: {title: Hooks, version: "1"}
webhooks: {newParcel: {post: ${sent}}}
${parcel}`);
    assert.deepEqual(operations, []);
    assert.deepEqual(index.webhooks, [
      { slug: 'webhook--new-parcel', name: 'newParcel', method: 'POST', summary: 'It arrived' },
    ]);
    const [hook] = hooks;
    assert.deepEqual(hook?.hook, { kind: 'webhook', name: 'newParcel' });
    const media = hook?.requestBody?.content['application/json'];
    assert.deepEqual(
      media?.example,
      { id: 'par_1', name: 'Parcel' },
      'read-only properties are sent, write-only ones are not',
    );
    assert.equal(hook?.schemas.Parcel?.properties?.name?.description, '<p>A name.</p>');
    assert.equal(hook?.responses['202']?.description, '<p>Thanks.</p>');
    assert.deepEqual(hook?.samples, []);
  });

  test('of documents before 3.1, too', async () => {
    const { index } = await readPages(`openapi: 3.0.3
info: {title: Hooks, version: "1"}
x-webhooks: {newParcel: {post: ${sent}}}
paths: {/a: {get: {responses: {'200': {description: ok}}}}}
${parcel}`);
    assert.deepEqual(
      index.webhooks.map(({ slug }) => slug),
      ['webhook--new-parcel'],
    );
  });

  test('at addresses that no operation has, each its own', async () => {
    const { hooks, operations } = await readPages(`openapi: 3.1.0
info: {title: Hooks, version: "1"}
paths: {/a: {get: {operationId: webhook--new-parcel, responses: {'200': {description: ok}}}}}
webhooks:
  newParcel: {post: ${sent}, put: ${sent}}
  new_parcel: {post: ${sent}}
  Ünïcode: {post: ${sent}}
  посылка: {post: ${sent}}
${parcel}`);
    assert.deepEqual(
      operations.map(({ slug }) => slug),
      ['webhook-new-parcel'],
    );
    assert.deepEqual(
      hooks.map(({ slug }) => slug),
      [
        'webhook--new-parcel-post',
        'webhook--new-parcel-put',
        'webhook--new-parcel',
        'webhook--unicode',
        'webhook--post-ae4f011e',
      ],
    );
  });
});

describe('callbacks have pages', () => {
  const document = `openapi: 3.1.0
info: {title: Streams, version: "1"}
paths:
  /streams:
    post:
      operationId: createStream
      callbacks:
        onData: {'{$request.body#/url}': {post: ${sent}}}
        viaRef: {$ref: '#/components/callbacks/Ref'}
        lost: {$ref: '#/components/callbacks/Lost'}
      responses: {'201': {description: ok}}
  /streams/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok}}}}
${parcel}
  callbacks: {Ref: {'{$request.body#/url}?x=1': {post: {responses: {'200': {description: ok}}}}}}`;

  test('which their operation links to, with where they are sent', async () => {
    const { index, operations, hooks } = await readPages(document.replace(/ +lost: .*\n/, ''));
    const lines = [
      {
        slug: 'callback--create-stream-on-data',
        name: 'onData',
        method: 'POST',
        summary: 'It arrived',
        expression: '{$request.body#/url}',
      },
      {
        slug: 'callback--create-stream-via-ref',
        name: 'viaRef',
        method: 'POST',
        summary: 'Via ref',
        expression: '{$request.body#/url}?x=1',
      },
    ];
    assert.deepEqual(operations[0]?.callbacks, lines);
    assert.equal(operations[1]?.callbacks, undefined);
    assert.deepEqual(
      index.callbacks,
      lines.map((line) => ({ ...line, caller: 'Create stream' })),
    );
    assert.deepEqual(hooks[0]?.hook, {
      kind: 'callback',
      name: 'onData',
      caller: { slug: 'create-stream', summary: 'Create stream' },
    });
  });

  test('one that leads nowhere does not take the operation’s page with it', async () => {
    const { operations, faults } = await readPages(document);
    assert.ok(operations.length >= 1);
    assert.ok(faults.length > 0);
  });
});
