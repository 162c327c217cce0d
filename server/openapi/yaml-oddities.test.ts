import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serveDocument } from '../testing/serve-document.ts';
import { writeSpec } from '../testing/test-specs.ts';
import { loadApi } from './load-api.ts';

const head = 'openapi: 3.0.3\ninfo: {title: Agenda, version: "1"}\n';
const ok = 'responses: {"200": {description: ok}}';

describe('YAML as people write it', () => {
  test('merge keys are merged: the own keys win, then the first of several', async () => {
    const { operations, faults } = await loadApi(
      writeSpec(`${head}x-errors: &errors
  '400': {description: bad}
  '401': {description: who}
x-more: &more {'400': {description: worse}, '429': {description: slow}}
paths:
  /a:
    get:
      responses:
        <<: [*errors, *more]
        '200': {description: ok}
        '401': {description: own}
`),
    );
    assert.deepEqual(faults, []);
    const texts = Object.entries(operations[0]?.responses ?? {}).map(([status, { description }]) => [
      status,
      description,
    ]);
    assert.deepEqual(Object.fromEntries(texts), { 200: 'ok', 400: 'bad', 401: 'own', 429: 'slow' });
  });

  test('an anchor may be used as often as one likes, also of whole operations', async () => {
    const paths = Array.from({ length: 300 }, (_, at) => `  /copy${at}: {get: *read}`);
    const { operations, faults } = await loadApi(
      writeSpec(`${head}paths:\n  /first: {get: &read {${ok}}}\n${paths.join('\n')}\n`),
    );
    assert.deepEqual(faults, []);
    assert.equal(new Set(operations.map(({ id }) => id)).size, 301);
  });

  test('values are as they are written: what is no number of JSON is a text', () =>
    serveDocument(
      `${head}paths:
  /y:
    get:
      parameters: [{name: country, in: query, required: true, schema: {type: string, enum: [NO, off, yes]}}]
      responses:
        200:
          description: ok
          content:
            application/json:
              schema: {type: object, properties: {zip: {type: string}, hex: {type: string}, 0123: {type: string}, 1.0: {type: string}, on: {type: string}}}
              example: {zip: 01234, hex: 0x1F, day: 2024-02-29, ratio: 4:23, on: off, 2024-01-01: new year, 0123: key, 1.0: version}
`,
      async (call, faults) => {
        assert.deepEqual(faults, []);
        assert.deepEqual((await call('GET /y?country=NO')).body, {
          zip: '01234',
          hex: '0x1F',
          day: '2024-02-29',
          ratio: '4:23',
          on: 'off',
          '2024-01-01': 'new year',
          '0123': 'key',
          '1.0': 'version',
        });
        assert.equal((await call('GET /y?country=false')).status, 422);
      },
    ));

  test('a byte order mark and lines that end as on Windows are no part of the texts', async () => {
    const text = `\uFEFF${head}paths:\n  /a:\n    get:\n      description: |\n        one\n\n        two\n      ${ok}\n`;
    const { operations, faults } = await loadApi(writeSpec(text.replaceAll('\n', '\r\n')));
    assert.deepEqual(faults, []);
    assert.equal(operations[0]?.operation.description, 'one\n\ntwo\n');
  });

  test('a key that is there twice counts as it stands last, and is told', async () => {
    const { operations, faults } = await loadApi(
      writeSpec(`${head}paths:\n  /a:\n    get:\n      summary: One\n      summary: Two\n      ${ok}\n`),
    );
    assert.equal(operations[0]?.operation.summary, 'Two');
    assert.deepEqual(
      faults.map(({ line, message }) => [line, message.en]),
      [[7, 'The key is here a second time; the last one counts.']],
    );
  });
});
