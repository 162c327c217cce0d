import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleRequest } from '../openapi/examples.ts';
import type { Operation } from '../openapi/operations.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { answer, body, inPath, listOf, named } from '../testing/document-parts.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const jsonPatch = 'application/json-patch+json';
const mergePatch = 'application/merge-patch+json';
const changes =
  '{type: array, items: {type: object, required: [op, path], properties: {op: {type: string}, path: {type: string}, value: {}}}}';

/** Notes that take both patches, plans that take a JSON Patch as plain JSON, and the one record of a shop. */
const document = `openapi: 3.1.0
info: {title: Patches, version: "1"}
paths:
  /notes:
    get: {responses: ${answer(listOf('Note'))}}
    post: {requestBody: ${body(named('Note'))}, responses: ${answer(named('Note'), 201)}}
  /notes/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Note'))}}
    patch:
      requestBody:
        content:
          ${mergePatch}: {schema: ${named('Note')}}
          ${jsonPatch}: {schema: ${changes}}
      responses: ${answer(named('Note'))}
  /plans/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Note'))}}
    put: {requestBody: ${body(named('Note'))}, responses: ${answer(named('Note'))}}
    patch: {requestBody: ${body(changes)}, responses: ${answer(named('Note'))}}
  /shop:
    get: {responses: ${answer(named('Shop'))}}
    patch: {requestBody: {content: {${jsonPatch}: {}}}, responses: ${answer(named('Shop'))}}
components:
  schemas:
    Note:
      type: object
      required: [id, title]
      properties:
        id: {type: string, readOnly: true}
        title: {type: string, maxLength: 10}
        tag: {type: string}
        lines: {type: array, maxItems: 4, items: {type: string}}
        a/b: {type: object, properties: {m~n: {type: integer}}}
    Shop: {type: object, required: [name], properties: {name: {type: string, example: Lume}, open: {type: boolean}}}
`;

describeOnDatabases('patches', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ patches: { 'openapi.yaml': document } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());
  const call = (request: string, sent?: unknown, type = 'application/json') =>
    portal.call(request.replace(' /', ' /sandbox/patches/'), {
      key,
      body: sent,
      headers: sent === undefined ? {} : { 'content-type': type, 'accept-language': 'en' },
    });
  const note = async () =>
    (await call('POST /notes', { title: 'one', tag: 'x', lines: ['a', 'b'], 'a/b': { 'm~n': 1 } })).body;

  test('a JSON Patch is applied in order, and kept', async () => {
    const { id } = await note();
    const patch = [
      { op: 'test', path: '/a~1b', value: { 'm~n': 1 } },
      { op: 'replace', path: '/a~1b/m~0n', value: 2 },
      { op: 'add', path: '/lines/-', value: 'd' },
      { op: 'add', path: '/lines/0', value: '0' },
      { op: 'move', from: '/lines/3', path: '/lines/1' },
      { op: 'copy', from: '/lines/0', path: '/tag' },
      { op: 'remove', path: '/lines/3' },
    ];
    const { status, body: patched } = await call(`PATCH /notes/${id}`, patch, jsonPatch);
    assert.equal(status, 200);
    assert.deepEqual(patched, { id, title: 'one', tag: '0', lines: ['0', 'd', 'a'], 'a/b': { 'm~n': 2 } });
    assert.deepEqual((await call(`GET /notes/${id}`)).body, patched);
  });

  test('a test that fails is a 409, and a path that leads nowhere a 422 that names it; neither changes anything', async () => {
    const made = await note();
    const first = { op: 'replace', path: '/title', value: 'two' };
    const failed = await call(`PATCH /notes/${made.id}`, [first, { op: 'test', path: '/tag', value: 'y' }], jsonPatch);
    assert.equal(failed.status, 409);
    assert.match(failed.body.detail, /"\/tag"/);
    for (const path of ['/none', '/lines/7', '/lines/01', '/a~1b/x/y', '/__proto__/x', '/constructor/prototype']) {
      const lost = await call(`PATCH /notes/${made.id}`, [first, { op: 'replace', path, value: 1 }], jsonPatch);
      assert.equal(lost.status, 422, path);
      assert.equal(lost.body.errors[0].pointer, '#/1/path');
      assert.ok(lost.body.errors[0].detail.includes(path), path);
    }
    assert.deepEqual((await call(`GET /notes/${made.id}`)).body, made);
  });

  test('what is no patch is told by its place', async () => {
    const { id } = await note();
    const wrong = [
      { op: 'grow', path: '/tag' },
      { op: 'add', path: 'tag', value: 1 },
      { op: 'move', path: '/tag' },
    ];
    const { status, body: told } = await call(`PATCH /notes/${id}`, wrong, jsonPatch);
    assert.equal(status, 422);
    assert.deepEqual(
      told.errors.map(({ pointer }: { pointer: string }) => pointer),
      ['#/0/op', '#/1/path', '#/2/from'],
    );
    assert.equal((await call('PATCH /shop', { op: 'add' }, jsonPatch)).status, 422);
  });

  test('the result follows the rules of the record, and its id stays', async () => {
    const { id } = await note();
    const patch = (change: object) => call(`PATCH /notes/${id}`, [change], jsonPatch);
    assert.equal((await patch({ op: 'remove', path: '/title' })).status, 422);
    const long = await patch({ op: 'replace', path: '/title', value: 'much too long' });
    assert.deepEqual([long.status, long.body.errors[0].pointer], [422, '#/title']);
    assert.equal((await patch({ op: 'replace', path: '', value: [] })).status, 422);
    assert.equal((await patch({ op: 'replace', path: '/id', value: 'mine' })).body.id, id);
    assert.equal((await call(`PATCH /notes/${id}`, { title: null }, mergePatch)).status, 422);
  });

  test('copies that double are a 422', async () => {
    const { id } = await note();
    const doubling = Array.from({ length: 40 }, () => ({ op: 'copy', from: '', path: '/tag' }));
    assert.equal((await call(`PATCH /notes/${id}`, doubling, jsonPatch)).status, 422);
  });

  test('a merge patch sends a part of the record, and removes by null at any depth', async () => {
    const { id } = await note();
    const sent = { tag: null, lines: ['z'], 'a/b': { 'm~n': null, other: { x: null } } };
    const { status, body: merged } = await call(`PATCH /notes/${id}`, sent, mergePatch);
    assert.equal(status, 200);
    assert.deepEqual(merged, { id, title: 'one', lines: ['z'], 'a/b': { other: {} } });
    assert.equal((await call(`PATCH /notes/${id}`, { tag: 7 }, mergePatch)).status, 422);
  });

  test('a list of changes as plain JSON is a JSON Patch where nothing else is declared', async () => {
    const { id } = await note();
    assert.equal((await call(`PATCH /notes/${id}`, [{ op: 'add', path: '/tag', value: 'p' }])).body.tag, 'p');
    assert.equal((await call(`PATCH /notes/${id}`, { tag: 'p' })).status, 415);
    await call('PUT /plans/1', { title: 'plan' });
    assert.equal((await call('PATCH /plans/1', [{ op: 'add', path: '/tag', value: 'q' }])).body.tag, 'q');
  });

  test('the example of a JSON Patch changes the record that is shown', async () => {
    const api = portal.context.apis.get('patches') as ServedApi;
    const operation = api.operations.find(({ path, method }) => path === '/shop' && method === 'patch') as Operation;
    const { body: example } = exampleRequest(api, operation);
    assert.deepEqual(example, { mediaType: jsonPatch, value: [{ op: 'replace', path: '/name', value: 'Lume' }] });
    assert.equal((await call('PATCH /shop', example?.value, jsonPatch)).status, 200);
    const described = api.operations.find(
      ({ path, method }) => path === '/plans/{id}' && method === 'patch',
    ) as Operation;
    const changes = exampleRequest(api, described).body?.value as { path: string }[] | undefined;
    assert.equal(changes?.[0]?.path, '/title');
    await call('PUT /plans/2', { title: 'plan' });
    assert.equal((await call('PATCH /plans/2', changes)).status, 200);
  });

  test('a record without an id of its own is patched, too', async () => {
    const shop = await call('PATCH /shop', [{ op: 'add', path: '/open', value: true }], jsonPatch);
    assert.equal(shop.status, 200);
    assert.deepEqual((await call('GET /shop')).body, { ...shop.body, name: 'Lume', open: true });
  });
});
