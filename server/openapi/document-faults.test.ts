import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locale } from '../settings/languages.ts';
import { writeSpec } from '../testing/test-specs.ts';
import { DocumentFaults, type Fault } from './faults.ts';
import { type ApiDocument, loadApi } from './load-api.ts';
import { createRouter } from './router.ts';

const head = 'openapi: 3.1.0\ninfo: {title: Agenda, version: "1"}\n';

async function faultsOf(document: string, others = {}, locale?: Locale): Promise<Fault[]> {
  const folder = writeSpec(document, others);
  const faults = await loadApi(folder, locale).then(
    (api) => api.faults,
    (error) => {
      assert.ok(error instanceof DocumentFaults, `unexpected error: ${error}`);
      return error.faults;
    },
  );
  assert.ok(faults.length > 0, 'no fault was reported');
  return faults;
}

/** Returns the only fault of a document; every fault has a file, a line and a remedy. */
async function onlyFault(document: string, others = {}, locale?: Locale): Promise<Fault> {
  const faults = await faultsOf(document, others, locale);
  assert.equal(faults.length, 1, JSON.stringify(faults, null, 2));
  const fault = faults[0] as Fault;
  assert.match(fault.file, /example\/(openapi|overlay\.en)\.yaml$/);
  for (const text of [fault.remedy.en, fault.remedy.pt]) assert.ok(text.length > 10, 'the fault has no remedy');
  assert.notEqual(fault.message.pt, fault.message.en);
  return fault;
}

function load(paths: string): Promise<ApiDocument> {
  return loadApi(writeSpec(`${head}paths:\n${paths}`));
}

const ok = 'responses: {"200": {description: ok}}';

describe('what cannot be served of a document is reported: where, and why', () => {
  test('invalid YAML is reported with its line', async () => {
    const fault = await onlyFault(
      `${head}paths:\n  /visits:\n    get:\n      summary: Visits: all of them\n      ${ok}\n`,
    );
    assert.equal(fault.line, 6);
    assert.match(fault.message.en, /not valid YAML/);
  });

  test('faults of a JSON document are reported by line, too', async () => {
    const json = (summary: string) =>
      `\uFEFF{"openapi": "3.1.0", "info": {"title": "Agenda", "version": "1"}, "paths": {\n"/visits": {"get": {\n"summary": ${summary},\n"responses": {"200": {"description": "ok"}}}}}}`;
    const wrongType = await onlyFault(json('7'));
    assert.equal(wrongType.line, 3);
    assert.match(wrongType.message.en, /summary: the value must be of type string/);
    const broken = await faultsOf(json('"All of them'));
    assert.equal(broken[0]?.line, 3);
    assert.match(broken[0]?.message.en ?? '', /not valid YAML/);
    assert.equal((await loadApi(writeSpec(json('"Visits"')))).operations.length, 1);
  });

  test('an alias bomb is rejected without being expanded', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) =>
        `  l${level}: &l${level} [${Array(9)
          .fill(level ? `*l${level - 1}` : 'x')
          .join(', ')}]`,
    );
    const fault = await onlyFault(`${head}x-bomb:\n${levels.join('\n')}\npaths: {}\n`);
    assert.match(fault.message.en, /cannot be expanded/);
  });

  test('a file that is not an OpenAPI document is reported as such', async () => {
    assert.match((await onlyFault('swagger: "1.2"\n')).message.en, /not an OpenAPI 3\.0, 3\.1 or 3\.2 document/);
    assert.match((await onlyFault('just some text\n')).message.en, /not an OpenAPI 3\.0, 3\.1 or 3\.2 document/);
    assert.match((await onlyFault('')).message.en, /not an OpenAPI 3\.0, 3\.1 or 3\.2 document/);
  });

  test('a value of the wrong type is reported with its line', async () => {
    const fault = await onlyFault(`${head}paths:\n  /visits:\n    get:\n      deprecated: "yes"\n      ${ok}\n`);
    assert.equal(fault.line, 6);
    assert.match(fault.message.en, /deprecated: the value must be of type boolean/);
  });

  test('a missing key is reported', async () => {
    const fault = await onlyFault('openapi: 3.1.0\ninfo:\n  title: Agenda\npaths: {}\n');
    assert.equal(fault.line, 2);
    assert.match(fault.message.en, /"version" is missing/);
    assert.match(fault.remedy.en, /Add "version"/);
  });

  test('a key that is not allowed is reported with its line', async () => {
    const fault = await onlyFault(
      `${head.replace('3.1.0', '3.0.3')}paths:\n  /visits:\n    get:\n      sumary: Visits\n      ${ok}\n`,
    );
    assert.equal(fault.line, 6);
    assert.match(fault.message.en, /"sumary" is not allowed here/);
  });

  test('a reference without a target is reported with its line', async () => {
    const schema = 'content: {application/json: {schema: {$ref: "#/components/schemas/Vizita"}}}';
    const fault = await onlyFault(
      `${head}paths:\n  /visits:\n    get:\n      responses:\n        "200":\n          description: ok\n          ${schema}\n`,
    );
    assert.equal(fault.line, 9);
    assert.match(fault.message.en, /#\/components\/schemas\/Vizita has no target/);
    assert.match(fault.remedy.en, /Vizita/);
  });

  for (const reference of ['https://example.com/schemas.yaml#/Visit', './visit.yaml', '../../../../etc/passwd']) {
    test(`a reference to ${reference} is never followed`, async () => {
      const fault = await onlyFault(
        `${head}components:\n  schemas:\n    Visit:\n      $ref: "${reference}"\npaths: {}\n`,
      );
      assert.equal(fault.line, 6);
      assert.match(fault.message.en, /points outside the document/);
      assert.match(fault.remedy.en, /#\/components/);
    });
  }

  test('all faults are reported together', async () => {
    const faults = await faultsOf(
      `${head}components:\n  schemas:\n    A: {$ref: "#/components/schemas/B"}\n    C: {$ref: "./c.yaml"}\npaths: {}\n`,
    );
    assert.deepEqual(
      faults.map(({ line }) => line),
      [5, 6],
    );
  });

  test('paths that differ only in parameter names are one path, where the first of each method answers', async () => {
    const twins = (method: string) =>
      `${head}paths:\n  /visits/{id}:\n    get:\n      ${ok}\n  /visits/{date}:\n    ${method}:\n      ${ok}\n`;
    const fault = await onlyFault(twins('get'));
    assert.equal(fault.line, 8);
    assert.match(fault.message.en, /GET \/visits\/\{date\} is the same as GET \/visits\/\{id\}/);
    assert.deepEqual(
      (await loadApi(writeSpec(twins('get')))).operations.map(({ path }) => path),
      ['/visits/{id}', '/visits/{date}'],
    );
    const { operations } = await loadApi(writeSpec(twins('delete')));
    const found = createRouter(operations)('/visits/7');
    assert.deepEqual([...(found?.operations.keys() ?? [])], ['get', 'delete']);
    assert.deepEqual(found?.parameters, { id: '7', date: '7' });
  });

  test('an operationId must be unique', async () => {
    const fault = await onlyFault(
      `${head}paths:\n  /visits:\n    get:\n      operationId: visits\n      ${ok}\n    post:\n      operationId: visits\n      ${ok}\n`,
    );
    assert.equal(fault.line, 9);
    assert.match(fault.message.en, /"visits" is already used by GET \/visits/);
  });

  const item = (slash: string) =>
    `  /visits/{id}${slash}:\n    get:\n      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n      ${ok}\n`;

  test('a trailing slash distinguishes two operations', async () => {
    assert.equal((await load(item('') + item('/'))).operations.length, 2);
  });

  test('operations without an operationId get unique ones, even if their paths have the same words', async () => {
    const get = (path: string) => `  ${path}:\n    get:\n      ${ok}\n`;
    const { operations } = await load(['/ip-address', '/ip/address', '/ip/address/'].map(get).join(''));
    const ids = operations.map(({ id }) => id);
    assert.equal(ids[0], 'getIpAddress');
    for (const id of ids.slice(1)) assert.match(id, /^getIpAddress-[0-9a-f]{8}$/);
    assert.equal(new Set(ids).size, 3);
  });

  test('an overlay target that matches nothing is reported', async () => {
    const overlay =
      'overlay: 1.0.0\ninfo: {title: English, version: "1"}\nactions:\n  - target: $.paths["/nowhere"]\n    update: {summary: Nowhere}\n';
    const fault = await onlyFault(`${head}paths: {}\n`, { 'overlay.en.yaml': overlay }, 'en');
    assert.match(fault.file, /overlay\.en\.yaml$/);
    assert.match(fault.message.en, /\$\.paths\["\/nowhere"\] matches nothing/);
    assert.equal(fault.line, 4);
  });

  test('the faults of the faulty test document are found', async () => {
    await assert.rejects(loadApi('e2e/specs/defeituosa'), ({ faults }: DocumentFaults) => {
      assert.deepEqual(faults.map(({ line }) => line).sort(), [22, 28]);
      return true;
    });
  });
});
