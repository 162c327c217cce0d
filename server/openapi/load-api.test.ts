import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { allSpecs, writeSpec, writeSpecs } from '../testing/test-specs.ts';
import { findSpecs } from './find-specs.ts';
import { loadApi } from './load-api.ts';

const ok = 'responses: {"200": {description: ok}}';

describe('loading a document', () => {
  test('OpenAPI 3.0 is upgraded to 3.1: nullable, exclusive bounds and examples as in JSON Schema', async () => {
    const { document } = await loadApi('e2e/specs/biblioteca');
    assert.match(document.openapi, /^3\.1\./);
    const { Livro } = document.components?.schemas ?? {};
    assert.deepEqual(Livro?.properties?.subtitulo?.type, ['string', 'null']);
    const dias = document.paths?.['/emprestimos']?.post?.requestBody;
    assert.match(JSON.stringify(dias), /"exclusiveMinimum":0/);
    assert.doesNotMatch(JSON.stringify(document), /"nullable"/);
  });

  test('references stay, so that schemas keep their names', async () => {
    const { operations } = await loadApi('e2e/specs/biblioteca');
    const schema = operations.find(({ id }) => id === 'obterLivro')?.responses['200']?.content?.['application/json']
      ?.schema;
    assert.deepEqual(schema, { $ref: '#/components/schemas/Livro' });
  });

  test('an operation without an operationId gets one made from its method and path', async () => {
    const { operations } = await loadApi('e2e/specs/biblioteca');
    const statistics = operations.find(({ path }) => path === '/estatisticas');
    assert.deepEqual([statistics?.id, statistics?.slug], ['getEstatisticas', 'get-estatisticas']);
  });

  test('parameters of a path apply to its operations, which may override them', async () => {
    const path = `  /visits/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: lang, in: query, schema: {type: string}}
    get:
      parameters: [{name: lang, in: query, schema: {type: integer}}]
      ${ok}\n`;
    const { operations } = await loadApi(writeSpec(`openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths:\n${path}`));
    assert.deepEqual(
      operations[0]?.parameters.map(({ name, schema }) => [name, schema?.type]),
      [
        ['id', 'string'],
        ['lang', 'integer'],
      ],
    );
  });

  test('references inside extensions and examples are ignored', async () => {
    const folder = writeSpec(`openapi: 3.1.0
info: {title: A, version: "1"}
x-topics: [{title: Start, content: {$ref: ./docs/start.md}}]
paths:
  /visits:
    x-notes: {$ref: ./notes.md}
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              example: {$ref: ./not-a-reference}
              schema: {type: object, properties: {$ref: {type: string}}, default: {$ref: "#/nor/this"}}
`);
    const { document } = await loadApi(folder);
    assert.ok(document.paths?.['/visits']?.get);
  });

  test('the sandbox is at the server that the document lists here, else at its slug', async () => {
    assert.equal((await loadApi('specs/notas')).basePath, '/sandbox/notas/v1');
    assert.equal((await loadApi('specs/platform')).basePath, '/platform/v1');
    assert.equal((await loadApi('e2e/specs/biblioteca')).basePath, '/sandbox/biblioteca');
  });

  test('a document cannot take the address of another', async () => {
    const folder = writeSpec(
      `openapi: 3.1.0\ninfo: {title: A, version: "1"}\nservers: [{url: /sandbox/notas/v1}, {url: /sandbox/example2}]\npaths: {}\n`,
    );
    assert.equal((await loadApi(folder)).basePath, '/sandbox/example');
  });

  test('an overlay merges objects, appends to arrays and removes', async () => {
    const document = `openapi: 3.1.0\ninfo: {title: A, version: "1"}\ntags: [{name: a}]\npaths:\n  /a:\n    get: {summary: Um, description: Fica, ${ok}}\n    put: {${ok}}\n`;
    const overlay = `overlay: 1.0.0
info: {title: English, version: "1"}
actions:
  - {target: '$.paths["/a"].get', update: {summary: One}}
  - {target: $.tags, update: [{name: b}]}
  - {target: '$.paths["/a"].put', remove: true}
`;
    const { document: read } = await loadApi(writeSpec(document, { 'overlay.en.yaml': overlay }), 'en');
    assert.equal(read.paths?.['/a']?.get?.summary, 'One');
    assert.equal(read.paths?.['/a']?.get?.description, 'Fica');
    assert.deepEqual(
      read.tags?.map(({ name }) => name),
      ['a', 'b'],
    );
    assert.equal(read.paths?.['/a']?.put, undefined);
  });

  test('every document of the tests is found, and a later folder wins over an earlier one of the same name', () => {
    assert.deepEqual(
      findSpecs(allSpecs()).map(({ slug }) => slug),
      ['biblioteca', 'crm', 'defeituosa', 'gestor', 'keywords', 'notas', 'platform', 'recebiveis', 'train-travel'],
    );
    const [first, second] = [
      writeSpecs({ a: { 'openapi.yaml': '' } }),
      writeSpecs({ a: { 'openapi.yaml': '' }, 'no-document': { 'readme.md': '' } }),
    ];
    const ownApi = { slug: 'platform', folder: resolve('specs/platform') };
    assert.deepEqual(findSpecs(`${first}:${second}`), [{ slug: 'a', folder: join(second, 'a') }, ownApi]);
    assert.throws(() => findSpecs(`${first}:there-is-no-such-folder`), /SPECS_PATH .*"there-is-no-such-folder"/);
    assert.deepEqual(findSpecs(join(first, 'a')), [{ slug: 'a', folder: join(first, 'a') }, ownApi]);
    assert.throws(() => findSpecs(join(second, 'no-document')), /SPECS_PATH .* holds none/);
  });
});
