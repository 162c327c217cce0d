import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeSpec } from '../../testing/test-specs.ts';
import { type ApiDocument, loadApi } from '../load-api.ts';

const head = 'openapi: 3.1.0\ninfo: {title: Agenda, version: "1"}\n';
const ok = 'responses: {"200": {description: ok}}';
const good = `  /good:\n    get: {${ok}}\n`;
const answers = (reference: string) =>
  `{responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "${reference}"}}}}}}`;

async function load(document: string, others: Record<string, string> = {}): Promise<ApiDocument> {
  const api = await loadApi(writeSpec(document, others), 'en');
  for (const { method, path } of api.operations)
    assert.ok(api.document.paths?.[path]?.[method], `${method} ${path} is in the document`);
  return api;
}

const operationsOf = ({ operations }: ApiDocument) => operations.map(({ method, path }) => `${method} ${path}`);
const told = ({ faults }: ApiDocument) =>
  faults.map(({ line, operation, message }) => [line, operation, message.en] as const);

describe('a fault leaves out no more than it must', () => {
  test('one of structure leaves out its operation', async () => {
    const api = await load(
      `${head}paths:\n${good}  /odd:\n    get: {${ok}}\n    post: {security: "no", ${ok}}\n    put: ${answers('#/components/schemas/Lost')}\n`,
    );
    assert.deepEqual(operationsOf(api), ['get /good', 'get /odd', 'put /odd']);
    assert.deepEqual(told(api), [
      [8, 'POST /odd', '/paths//odd/post/security: the value must be of type array.'],
      [9, 'PUT /odd', 'The reference #/components/schemas/Lost has no target.'],
    ]);
  });

  test('a reference with a broken percent-encoding has no target, wherever it is', async () => {
    const api = await load(
      `${head}paths:\n${good}  /odd:\n    get: ${answers('#/components/schemas/100%')}\n  /pair:\n    get: ${answers('#/components/schemas/%E0%A4%A')}\n  /item: {$ref: "#/components/pathItems/%"}\ncomponents:\n  schemas:\n    Odd: {$ref: "#/components/schemas/%zz"}\n`,
    );
    assert.deepEqual(operationsOf(api), ['get /good', 'get /odd', 'get /pair']);
    assert.deepEqual(told(api), [
      [7, 'GET /odd', 'The reference #/components/schemas/100% has no target.'],
      [9, 'GET /pair', 'The reference #/components/schemas/%E0%A4%A has no target.'],
      [10, '/item', '/paths//item/$ref: must match format "uri-reference".'],
      [10, '/item', 'The reference #/components/pathItems/% has no target.'],
      [13, undefined, 'The reference #/components/schemas/%zz has no target.'],
    ]);
  });

  test('parameters of a path that cannot be read leave out the path', async () => {
    const circle = '{$ref: "#/components/parameters/A"}';
    const api = await load(
      `${head}paths:\n${good}  /round:\n    parameters: [${circle}]\n    get: {${ok}}\ncomponents:\n  parameters: {A: {$ref: "#/components/parameters/B"}, B: ${circle}}\n`,
    );
    assert.deepEqual(operationsOf(api), ['get /good']);
    assert.deepEqual(
      told(api).map(([line, operation]) => [line, operation]),
      [[6, '/round']],
    );
    assert.match(api.faults[0]?.message.en ?? '', /leads in a circle/);
  });

  test('of two operations with one operationId, the second gets another', async () => {
    const api = await load(
      `${head}paths:\n  /a:\n    get: {operationId: visits, ${ok}}\n    post: {operationId: visits, ${ok}}\n`,
    );
    assert.deepEqual(
      api.operations.map(({ id, slug }) => [id, slug]),
      [
        ['visits', 'visits'],
        ['postA', 'post-a'],
      ],
    );
    assert.deepEqual(
      api.faults.map(({ line, operation, leftOut }) => [line, operation, leftOut]),
      [[6, 'POST /a', 'part']],
    );
  });

  test('a path item that two paths refer to is two operations', async () => {
    const api = await loadApi(
      writeSpec(
        `${head}paths:\n  /a: {$ref: "#/components/pathItems/A"}\n  /b: {$ref: "#/components/pathItems/A"}\ncomponents: {pathItems: {A: {get: {operationId: visits, ${ok}}}}}\n`,
      ),
    );
    assert.deepEqual(
      api.operations.map(({ id }: { id: string }) => id),
      ['visits', 'getB'],
    );
    assert.deepEqual(api.faults, []);
  });

  test('the same path at other servers is another operation', async () => {
    const at = (parameter: string, host: string) =>
      `  /pix/{${parameter}}:\n    servers: [{url: "https://${host}.example"}]\n    get: {parameters: [{name: ${parameter}, in: path, required: true, schema: {type: string}}], ${ok}}\n`;
    const api = await load(`${head}paths:\n${at('id', 'a')}${at('e2eid', 'b')}${at('other', 'a')}`);
    assert.deepEqual(operationsOf(api), ['get /pix/{id}', 'get /pix/{e2eid}', 'get /pix/{other}']);
    assert.deepEqual(
      api.faults.map(({ line, operation, leftOut }) => [line, operation, leftOut]),
      [
        [9, 'GET /pix/{e2eid}', 'part'],
        [12, 'GET /pix/{other}', 'part'],
      ],
    );
  });

  test('one beside the operations leaves out only what it is about', async () => {
    const api = await load(
      `openapi: 3.1.0\ninfo:\n  title: Agenda\n  version: "1"\n  externalDocs: {url: https://docs.example}\ntags:\n  - name: visits\n    description: {$ref: ./visits.md}\npaths:\n${good}`,
    );
    assert.deepEqual(operationsOf(api), ['get /good']);
    assert.deepEqual(
      api.faults.map(({ line, operation }) => [line, operation]),
      [
        [5, undefined],
        [8, undefined],
        [8, undefined],
      ],
    );
  });

  test('an overlay changes what it can; what it cannot stays in the language of the document', async () => {
    const overlay =
      'overlay: 1.0.0\nactions:\n  - {target: $.nowhere, update: {a: b}}\n  - {target: "$.paths[\'/good\'].get", update: {summary: Good}}\n  - {target: "$.paths[\'/odd\'].get", update: {summary: Odd}}\n';
    const api = await load(`${head}paths:\n${good}  /odd:\n    get: {security: "no", ${ok}}\n`, {
      'overlay.en.yaml': overlay,
    });
    assert.equal(api.operations[0]?.operation.summary, 'Good');
    assert.deepEqual(
      api.faults.map(({ file, line }) => [file.split('/').at(-1), line]),
      [
        ['openapi.yaml', 7],
        ['overlay.en.yaml', 3],
      ],
    );
  });

  test('an overlay that cannot be read changes nothing', async () => {
    for (const overlay of ['actions: [', 'just a text', 'overlay: 1.0.0', 'actions: [null]']) {
      const api = await load(`${head}paths:\n${good}`, { 'overlay.en.yaml': overlay });
      assert.deepEqual(operationsOf(api), ['get /good'], overlay);
      assert.match(api.faults[0]?.file ?? '', /overlay\.en\.yaml$/, overlay);
    }
  });

  test('a document of another version is refused, whatever else is right', async () => {
    await assert.rejects(load(`openapi: 4.0.0\ninfo: {title: A, version: "1"}\npaths:\n${good}`), /not an OpenAPI 3/);
  });
});
