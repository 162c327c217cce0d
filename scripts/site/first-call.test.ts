import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { OperationData } from '../../src/documents/operation-data.ts';
import { findFirstCall } from './first-call.ts';

function anOperation(slug: string, method: string, path: string, example?: unknown): OperationData {
  return {
    api: { slug, title: slug, version: '1', isPlatform: false, basePath: `/sandbox/${slug}/v1` },
    id: `${method}${path}`,
    slug: '',
    method,
    path,
    summary: '',
    description: '<p>Long</p>',
    deprecated: false,
    tags: [],
    parameters: [],
    ...(example !== undefined && {
      requestBody: { description: '', required: true, content: { 'application/json': { example } } },
    }),
    responses: {},
    security: [],
    schemas: {},
    samples: [],
  };
}

it('finds a creation that works with its example only, and the read that follows', () => {
  const shop = [
    anOperation('shop', 'POST', '/carts/{id}/lines', {}),
    anOperation('shop', 'GET', '/carts/{id}/lines/{line}'),
    anOperation('shop', 'POST', '/logins', {}),
    anOperation('shop', 'POST', '/carts', { a: 1 }),
    anOperation('shop', 'GET', '/carts/{id}'),
  ];
  const found = findFirstCall(shop);
  assert.deepEqual([found?.create.path, found?.read.path], ['/carts', '/carts/{id}']);
  assert.equal(found?.create.description, '');
  assert.equal(findFirstCall(shop.slice(0, 4)), null);
});

it('prefers the operation that the portal’s settings name, and refuses one that is no first call', () => {
  const pair = (slug: string, path: string) => [
    anOperation(slug, 'POST', path, {}),
    anOperation(slug, 'GET', `${path}/{id}`),
  ];
  const operations = [...pair('a', '/things'), ...pair('b', '/things'), ...pair('b', '/people')];
  assert.equal(findFirstCall(operations, 'b/POST/people')?.create.path, '/people');
  assert.throws(
    () => findFirstCall(operations, 'b/GET/people/{id}'),
    /home\.firstCall is "b\/GET.* a\/POST\/things, b\/POST/,
  );
});
