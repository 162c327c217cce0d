import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const text = { type: 'string' };
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (schema: object, status = '200') => ({
  responses: { [status]: { description: 'Done', ...json(schema) } },
});
const parameter = (name: string, description = '') => ({ name, in: 'path', required: true, description, schema: text });
const repository = [parameter('owner', 'Whose it is.'), parameter('repo', 'The name of the repository.')];
const common = { id: { type: 'integer' }, name: text, note: text, owner: ref('User') };

const document = {
  openapi: '3.1.0',
  info: { title: 'Code', version: '1' },
  paths: {
    '/user/repos': {
      get: answer({ type: 'array', items: ref('Repository') }),
      post: { requestBody: json(object({ name: text, note: text }, ['name'])), ...answer(ref('Repository'), '201') },
    },
    '/repos/{owner}/{repo}': {
      parameters: repository,
      get: answer(ref('FullRepository')),
      patch: { requestBody: json(object({ note: text })), ...answer(ref('FullRepository')) },
      delete: { responses: { 204: { description: 'Gone' } } },
    },
    '/repos/{owner}/{repo}/releases': {
      parameters: repository,
      get: answer({ type: 'array', items: ref('Release') }),
      post: { requestBody: json(ref('Release')), ...answer(ref('Release'), '201') },
    },
    '/repos/{owner}/{repo}/releases/{release_id}': {
      parameters: [...repository, parameter('release_id')],
      get: answer(ref('Release')),
    },
    '/repos/{owner}/{repo}/releases/tags/{tag}': {
      parameters: [...repository, parameter('tag')],
      get: answer(ref('Release')),
    },
    '/repos/{owner}/{repo}/contents/{path}': {
      parameters: [...repository, parameter('path')],
      get: answer({ oneOf: [{ type: 'array', items: ref('Entry') }, ref('File')] }),
      put: { requestBody: json(object({ message: text, content: text })), ...answer(ref('Commit'), '201') },
      delete: { responses: { 204: { description: 'Gone' } } },
    },
  },
  components: {
    schemas: {
      User: object({ id: { type: 'integer' }, login: { ...text, example: 'ana' } }, ['id', 'login']),
      Repository: object(common, ['id', 'name', 'owner']),
      FullRepository: object({ ...common, stars: { type: 'integer' } }, ['id', 'name', 'owner']),
      Entry: object({ path: text, size: { type: 'integer' } }),
      File: object({ path: text, content: text, kind: text }),
      Commit: object({ content: ref('File'), commit: object({ message: text }) }),
      Release: object({ id: { type: 'integer', readOnly: true }, tag_name: text, title: text }),
    },
  },
};

/** The same, where the example of an owner is that there is none. */
const ownerless = structuredClone(document);
const { User: user } = ownerless.components.schemas;
Object.assign(user, { type: ['object', 'null'], example: null });

describeOnDatabases('records of whoever calls', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({
      code: { 'openapi.json': JSON.stringify(document) },
      ownerless: { 'openapi.json': JSON.stringify(ownerless) },
    });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) =>
    portal.call(request.replace(' /', ' /sandbox/code/'), { key, body });

  test('are at the address that they say', async () => {
    const { body: made, status } = await call('POST /user/repos', { name: 'demo', note: 'Mine' });
    assert.equal(status, 201);
    const at = `/repos/${made.owner.login}/demo`;
    const { body: read } = await call(`GET ${at}`);
    assert.deepEqual([read.name, read.note, read.owner.login], ['demo', 'Mine', made.owner.login]);
    await call(`PATCH ${at}`, { note: 'Ours' });
    const { body: all } = await call('GET /user/repos');
    assert.equal(all.find(({ name }: { name: string }) => name === 'demo').note, 'Ours');
    assert.equal((await call(`DELETE ${at}`)).status, 204);
    assert.equal((await call(`GET ${at}`)).status, 404);
  });

  test("are somebody's where the document's example has no owner", async () => {
    const { status, body: made } = await portal.call('POST /sandbox/ownerless/user/repos', {
      key,
      body: { name: 'x' },
    });
    assert.equal(status, 201, JSON.stringify(made));
    assert.equal((await portal.call(`GET /sandbox/ownerless/repos/${made.owner.login}/x`, { key })).status, 200);
  });

  test('are there from the start, with what is below them', async () => {
    const { body: all } = await call('GET /user/repos');
    const [{ owner, name }] = all;
    const at = `/repos/${owner.login}/${encodeURIComponent(name)}`;
    assert.equal((await call(`GET ${at}`)).body.name, name);
    assert.ok((await call(`GET ${at}/releases`)).body.length > 0);
  });

  test('are one record where an address may show one or a list', async () => {
    const { body: made } = await call('POST /user/repos', { name: 'files' });
    const at = `/repos/${made.owner.login}/files/contents/a.txt`;
    assert.equal((await call(`PUT ${at}`, { message: 'Add', content: 'one' })).status, 201);
    const { body: file } = await call(`GET ${at}`);
    assert.deepEqual([file.path, file.content], ['a.txt', 'one']);
    assert.equal((await call(`DELETE ${at}`)).status, 204);
    assert.equal((await call(`GET ${at}`)).status, 404);
  });

  test('are read by another property than their id, too', async () => {
    const { body: made } = await call('POST /user/repos', { name: 'tagged' });
    const at = `/repos/${made.owner.login}/tagged/releases`;
    await call(`POST ${at}`, { tag_name: 'v1', title: 'One' });
    const { body: two } = await call(`POST ${at}`, { tag_name: 'v2', title: 'Two' });
    assert.deepEqual((await call(`GET ${at}/tags/v2`)).body, two);
    assert.equal((await call(`GET ${at}/tags/v3`)).status, 404);
  });
});
