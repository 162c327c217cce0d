import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeSpec } from '../../testing/test-specs.ts';
import { loadApi } from '../load-api.ts';

const title = 'info: {title: Agenda, version: "1"}';
const ok = 'responses: {"200": {description: ok}}';
const schemes = 'components: {securitySchemes: {key: {type: apiKey, in: header, name: X}}}';

async function load(root: string, { item = '', version = '3.0.3' } = {}) {
  const text = `openapi: ${version}\n${title}\n${root}\npaths:\n  /a: {${item}get: {${ok}}}\n`;
  const { document, operations, faults } = await loadApi(writeSpec(text));
  assert.deepEqual(
    operations.map(({ method, path }) => `${method} ${path}`),
    ['get /a'],
  );
  return { document: document as unknown as Record<string, unknown>, operations, faults };
}

describe('a key of the document or of a path that has the wrong type costs that key alone', () => {
  for (const [key, value] of Object.entries({
    security: 'yes',
    servers: 'https://api.example.com',
    tags: '{a: b}',
    components: '[]',
    externalDocs: 'docs',
    unknown: '1',
  }))
    test(key, async () => {
      const { document, faults } = await load(`${key}: ${value}`);
      assert.equal(document[key], undefined);
      assert.deepEqual(
        faults.map(({ line, leftOut = 'part' }) => [line, leftOut]),
        [[3, 'part']],
      );
    });

  test('parameters and servers of a path', async () => {
    const { document, faults } = await load('tags: []', { item: 'parameters: {a: b}, servers: no, ' });
    assert.deepEqual(Object.keys((document.paths as Record<string, object>)['/a'] ?? {}), ['get']);
    assert.deepEqual(
      faults.map(({ line, leftOut }) => [line, leftOut]),
      [
        [5, 'part'],
        [5, 'part'],
      ],
    );
  });

  for (const [written, read] of [
    ['key', [{ key: [] }]],
    ['{key: []}', [{ key: [] }]],
    ['[key, {}]', [{ key: [] }, {}]],
  ] as const)
    test(`but security: ${written} is read as what it means`, async () => {
      const { operations, faults } = await load(`security: ${written}\n${schemes}`);
      assert.deepEqual(operations[0]?.security, read);
      assert.equal(faults.length, 1);
    });

  test('a path without its slash, a version without its last part, and no paths are read as what they mean', async () => {
    const slash = await loadApi(writeSpec(`openapi: 3.1\n${title}\npaths: {a: {get: {${ok}}}, b: {get: {${ok}}}}\n`));
    assert.deepEqual(
      slash.operations.map(({ path }) => path),
      ['/a', '/b'],
    );
    assert.deepEqual(
      slash.faults.map(({ line }) => line),
      [1, 3, 3],
    );
    const none = await loadApi(writeSpec(`openapi: 3.0.3\n${title}\ncomponents: {schemas: {A: {type: string}}}\n`));
    assert.deepEqual([none.operations, none.faults.length], [[], 1]);
  });
});
