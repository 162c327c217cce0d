import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeSpec } from '../../testing/test-specs.ts';
import { loadApi } from '../load-api.ts';

const ok = 'responses: {"200": {description: ok}}';
const title = 'info: {title: Agenda, version: "1"}';

async function read(operation: string, { version = '3.0.3', info = title } = {}) {
  const { operations, faults, document } = await loadApi(
    writeSpec(`openapi: ${version}\n${info}\npaths:\n  /a/{id}:\n    get: ${operation}\n`),
  );
  return { operation: operations[0]?.operation, faults, document };
}

const body = (schema: string) => `{requestBody: {content: {application/json: {schema: ${schema}}}}, ${ok}}`;

describe('a flaw costs the key that has it, not the operation', () => {
  const flaws: [what: string, operation: string, left: unknown, versions?: string[]][] = [
    ['an unknown key', `{sumary: Visits, ${ok}}`, { sumary: undefined }],
    [
      'a flag that is a text',
      `{deprecated: "no", summary: Visits, ${ok}}`,
      { deprecated: undefined, summary: 'Visits' },
    ],
    ['a text that is empty', `{description: , ${ok}}`, { description: undefined }],
    ['a tag that is an object', `{tags: [{name: a}, b, {name: c}], ${ok}}`, { tags: ['b'] }],
    ['documentation without an address', `{externalDocs: {description: x}, ${ok}}`, { externalDocs: undefined }],
    [
      'a parameter in a place that there is not',
      `{parameters: [{name: a, in: body, schema: {}}], ${ok}}`,
      { parameters: [] },
    ],
    ['a body without content', `{requestBody: {description: x}, ${ok}}`, { requestBody: undefined }],
    [
      'a status that is none',
      '{responses: {"20": {description: x}, "200": {description: ok}}}',
      { responses: { 200: { description: 'ok' } } },
    ],
    ['a response without a description', '{responses: {"200": {}}}', { responses: { 200: { description: '' } } }],
    ['no response', '{responses: {}}', { responses: { default: { description: '' } } }],
    [
      'a parameter of a path that does not say that it is required',
      `{parameters: [{name: id, in: path, schema: {type: string}}], ${ok}}`,
      { parameters: [{ name: 'id', in: 'path', schema: { type: 'string' }, required: true }] },
    ],
    [
      'a parameter with a type of its own, as in Swagger 2.0',
      `{parameters: [{name: a, in: query, type: integer, maximum: 9}], ${ok}}`,
      { parameters: [{ name: 'a', in: 'query', schema: { type: 'integer', maximum: 9 } }] },
    ],
    [
      'a keyword of a schema',
      body('{type: string, minLength: "3", maxLength: 9}'),
      { type: 'string', maxLength: 9 },
      ['3.0.3'],
    ],
    ['types of OpenAPI 3.1 in 3.0', body('{type: [string, "null"]}'), { type: ['string', 'null'] }, ['3.0.3']],
  ];
  for (const [what, text, left, versions = ['3.0.3', '3.1.0']] of flaws)
    for (const version of versions)
      test(`${what} (OpenAPI ${version})`, async () => {
        const { operation, faults } = await read(text, { version });
        const own =
          text.includes('schema: {type: string, min') || text.includes('"null"') ? schemaOf(operation) : operation;
        for (const [key, value] of Object.entries(left as object))
          assert.deepEqual((own as Record<string, unknown>)[key], value, key);
        assert.ok(faults.length > 0);
        for (const fault of faults)
          assert.deepEqual([fault.line, fault.leftOut, fault.operation], [5, 'part', 'GET /a/{id}']);
      });

  test('all of them are told at once, and once', async () => {
    const { faults } = await read(
      '\n      deprecated: "no"\n      tags: x\n      parameters:\n        - {name: a, in: body, schema: {}}\n      responses:\n        "200":\n          headers: 7\n',
    );
    assert.deepEqual(
      faults.map(({ line }) => line),
      [6, 7, 9, 11, 12],
    );
  });

  test('a version that is a number is read as it stands there', async () => {
    for (const [written, version] of [
      ['1.0', '1.0'],
      ['2', '2'],
      ['1.10', '1.10'],
    ]) {
      const { document, faults } = await read(`{${ok}}`, { info: `info: {title: Agenda, version: ${written}}` });
      assert.equal(document.info.version, version);
      assert.deepEqual(
        faults.map(({ line, remedy }) => [line, remedy.en]),
        [[2, `It is read as the text "${version}"; put it in quotes.`]],
      );
    }
  });

  test('what an API is called, which is then the name of its folder, and its version', async () => {
    const named = [
      ['', 'Example', '0', 1],
      ['info: text', 'Example', '0', 2],
      ['info: {title: Agenda}', 'Agenda', '0', 2],
      ['info: {title: {en: Agenda}, version: "1"}', 'Example', '1', 2],
      ['info: {title: Agenda, version: [1]}', 'Agenda', '0', 2],
    ] as const;
    for (const [info, called, version, line] of named) {
      const { document, faults } = await read(`{${ok}}`, { info });
      assert.deepEqual(document.info, { title: called, version }, info);
      assert.deepEqual(
        new Set(faults.map((fault) => `${fault.line} ${fault.leftOut}`)),
        new Set([`${line} part`]),
        info,
      );
    }
  });

  test('components may have any name', async () => {
    const { faults, document } = await read(`{${ok}}`, {
      version: '3.1.0',
      info: `${title}\ncomponents: {schemas: {"a b/ç": {type: string}}}`,
    });
    assert.deepEqual([faults, document.components?.schemas], [[], { 'a b/ç': { type: 'string' } }]);
  });

  test('one of several servers', async () => {
    const { faults, document } = await read(`{${ok}}`, {
      info: `${title}\nservers: [{description: x}, {url: https://a.example}]`,
    });
    assert.deepEqual(document.servers, [{ url: 'https://a.example' }]);
    assert.equal(faults.length, 1);
  });
});

function schemaOf(operation: unknown): unknown {
  const { requestBody } = operation as { requestBody: { content: Record<string, { schema: unknown }> } };
  return requestBody.content['application/json']?.schema;
}
