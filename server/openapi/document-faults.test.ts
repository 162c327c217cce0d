import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeSpec } from '../testing/test-specs.ts';
import { DocumentFaults, type Fault } from './faults.ts';
import { type ApiDocument, type Locale, loadApi } from './load-api.ts';
import { createRouter } from './router.ts';

const head = 'openapi: 3.1.0\ninfo: {title: Agenda, version: "1"}\n';

async function faultsOf(document: string, others = {}, locale?: Locale): Promise<Fault[]> {
  const folder = writeSpec(document, others);
  try {
    await loadApi(folder, locale);
  } catch (error) {
    assert.ok(error instanceof DocumentFaults, `another error was thrown: ${error}`);
    return error.faults;
  }
  assert.fail('the document was taken for faultless');
}

/** Asserts one fault and tells what it says; every fault names a file, a line and a mend. */
async function onlyFault(document: string, others = {}, locale?: Locale): Promise<Fault> {
  const faults = await faultsOf(document, others, locale);
  assert.equal(faults.length, 1, JSON.stringify(faults, null, 2));
  const fault = faults[0] as Fault;
  assert.match(fault.file, /example\/(openapi|overlay\.en)\.yaml$/);
  for (const text of [fault.mend.en, fault.mend.pt])
    assert.ok(text.length > 10, 'the fault does not say how to mend it');
  assert.notEqual(fault.message.pt, fault.message.en);
  return fault;
}

function load(paths: string): Promise<ApiDocument> {
  return loadApi(writeSpec(`${head}paths:\n${paths}`));
}

const ok = 'responses: {"200": {description: ok}}';

describe('a document that cannot be served says where and why', () => {
  test('YAML that cannot be parsed is named by its line', async () => {
    const fault = await onlyFault(
      `${head}paths:\n  /visits:\n    get:\n      summary: Visits: all of them\n      ${ok}\n`,
    );
    assert.equal(fault.line, 6);
    assert.match(fault.message.en, /not valid YAML/);
  });

  test('a document in JSON is told its faults by line, too', async () => {
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

  test('an alias bomb is refused instead of expanded', async () => {
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

  test('a file that is no OpenAPI document is told so', async () => {
    assert.match((await onlyFault('swagger: "2.0"\n')).message.en, /not an OpenAPI 3\.0 or 3\.1 document/);
    assert.match((await onlyFault('just some text\n')).message.en, /not an OpenAPI 3\.0 or 3\.1 document/);
    assert.match((await onlyFault('')).message.en, /not an OpenAPI 3\.0 or 3\.1 document/);
  });

  test('a value of the wrong type is named by its own line', async () => {
    const fault = await onlyFault(`${head}paths:\n  /visits:\n    get:\n      deprecated: "yes"\n      ${ok}\n`);
    assert.equal(fault.line, 6);
    assert.match(fault.message.en, /deprecated: the value must be of type boolean/);
  });

  test('a missing key is named', async () => {
    const fault = await onlyFault('openapi: 3.1.0\ninfo:\n  title: Agenda\npaths: {}\n');
    assert.equal(fault.line, 2);
    assert.match(fault.message.en, /"version" is missing/);
    assert.match(fault.mend.en, /Add "version"/);
  });

  test('a key that is not allowed is named by its line', async () => {
    const fault = await onlyFault(
      `${head.replace('3.1.0', '3.0.3')}paths:\n  /visits:\n    get:\n      sumary: Visits\n      ${ok}\n`,
    );
    assert.equal(fault.line, 6);
    assert.match(fault.message.en, /"sumary" is not allowed here/);
  });

  test('a reference that leads nowhere is named by its line', async () => {
    const schema = 'content: {application/json: {schema: {$ref: "#/components/schemas/Vizita"}}}';
    const fault = await onlyFault(
      `${head}paths:\n  /visits:\n    get:\n      responses:\n        "200":\n          description: ok\n          ${schema}\n`,
    );
    assert.equal(fault.line, 9);
    assert.match(fault.message.en, /#\/components\/schemas\/Vizita leads nowhere/);
    assert.match(fault.mend.en, /Vizita/);
  });

  for (const reference of ['https://example.com/schemas.yaml#/Visit', './visit.yaml', '../../../../etc/passwd']) {
    test(`a reference to ${reference} is never followed`, async () => {
      const fault = await onlyFault(
        `${head}components:\n  schemas:\n    Visit:\n      $ref: "${reference}"\npaths: {}\n`,
      );
      assert.equal(fault.line, 6);
      assert.match(fault.message.en, /leaves the document/);
      assert.match(fault.mend.en, /#\/components/);
    });
  }

  test('every fault is told at once', async () => {
    const faults = await faultsOf(
      `${head}components:\n  schemas:\n    A: {$ref: "#/components/schemas/B"}\n    C: {$ref: "./c.yaml"}\npaths: {}\n`,
    );
    assert.deepEqual(
      faults.map(({ line }) => line),
      [5, 6],
    );
  });

  test('paths that only their parameters tell apart are one path, which has each method once', async () => {
    const twins = (method: string) =>
      `${head}paths:\n  /visits/{id}:\n    get:\n      ${ok}\n  /visits/{date}:\n    ${method}:\n      ${ok}\n`;
    const fault = await onlyFault(twins('get'));
    assert.equal(fault.line, 8);
    assert.match(fault.message.en, /GET \/visits\/\{date\} is the same as GET \/visits\/\{id\}/);
    const { operations } = await loadApi(writeSpec(twins('delete')));
    const found = createRouter(operations)('/visits/7');
    assert.deepEqual([...(found?.operations.keys() ?? [])], ['get', 'delete']);
    assert.deepEqual(found?.parameters, { id: '7', date: '7' });
  });

  test('an operationId may be used once', async () => {
    const fault = await onlyFault(
      `${head}paths:\n  /visits:\n    get:\n      operationId: visits\n      ${ok}\n    post:\n      operationId: visits\n      ${ok}\n`,
    );
    assert.equal(fault.line, 9);
    assert.match(fault.message.en, /"visits" is already that of GET \/visits/);
  });

  test('operationIds that would share a page address are repeated ones', async () => {
    const fault = await onlyFault(
      `${head}paths:\n  /visits:\n    get:\n      operationId: listVisits\n      ${ok}\n    post:\n      operationId: list-visits\n      ${ok}\n`,
    );
    assert.equal(fault.line, 9);
  });

  const item = (slash: string) =>
    `  /visits/{id}${slash}:\n    get:\n      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n      ${ok}\n`;

  test('a slash at the end tells two operations apart', async () => {
    assert.equal((await load(item('') + item('/'))).operations.length, 2);
  });

  test('operations without an operationId get one each, even where their paths are made of the same words', async () => {
    const get = (path: string) => `  ${path}:\n    get:\n      ${ok}\n`;
    const { operations } = await load(['/ip-address', '/ip/address', '/ip/address/'].map(get).join(''));
    assert.deepEqual(
      operations.map(({ id }) => id),
      ['getIpAddress', 'getIpAddress2', 'getIpAddress3'],
    );
  });

  test('an overlay whose target matches nothing is named', async () => {
    const overlay =
      'overlay: 1.0.0\ninfo: {title: English, version: "1"}\nactions:\n  - target: $.paths["/nowhere"]\n    update: {summary: Nowhere}\n';
    const fault = await onlyFault(`${head}paths: {}\n`, { 'overlay.en.yaml': overlay }, 'en');
    assert.match(fault.file, /overlay\.en\.yaml$/);
    assert.match(fault.message.en, /\$\.paths\["\/nowhere"\] matches nothing/);
    assert.equal(fault.line, 4);
  });

  test('the faults of the example that ships with the tests are found', async () => {
    await assert.rejects(loadApi('e2e/specs/defeituosa'), ({ faults }: DocumentFaults) => {
      assert.deepEqual(faults.map(({ line }) => line).sort(), [22, 28]);
      return true;
    });
  });
});
