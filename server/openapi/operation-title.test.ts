import assert from 'node:assert/strict';
import test from 'node:test';
import { writeSpec } from '../testing/test-specs.ts';
import { loadApi } from './load-api.ts';
import { titleOf } from './operation-title.ts';

test('an operation is called by its summary, the words of its id, else by method and path, also where others have the same words', async () => {
  const operations: [path: string, operation: string][] = [
    ['/a', 'summary: " Lists all of A "'],
    ['/b', 'operationId: listAllOfB2'],
    ['/ip-address', 'tags: [ip]'],
    ['/ip/address', 'tags: [ip]'],
    ['/v2', 'tags: [versions]'],
    ['/v', 'tags: [versions]'],
    ['/c', 'operationId: getC3'],
  ];
  const paths = operations.map(
    ([path, operation]) => `  ${path}:\n    get:\n      ${operation}\n      responses: {"200": {description: ok}}\n`,
  );
  const { operations: loaded } = await loadApi(
    writeSpec(`openapi: 3.1.0\ninfo: {title: Agenda, version: "1"}\npaths:\n${paths.join('')}`),
  );
  assert.deepEqual(loaded.map(titleOf), [
    'Lists all of A',
    'List all of B2',
    'GET /ip-address',
    'GET /ip/address',
    'GET /v2',
    'GET /v',
    'Get C3',
  ]);
});
