import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTarget, recordReaders } from './find-target.ts';

const api = {
  slug: 'shop',
  base: 'http://localhost:3000/sandbox/shop/v1',
  operations: [
    ['listOrders', 'list-orders', 'GET', '/orders', ''],
    ['getOrder', 'get-order', 'GET', '/orders/{order_id}', ''],
    ['latestOrder', 'latest-order', 'GET', '/orders/latest', ''],
    ['getLine', 'get-line', 'GET', '/orders/{order_id}/lines/{line_id}', ''],
    ['createOrder', 'create-order', 'POST', '/orders', ''],
    ['any', 'any', 'GET', '/{anything}', ''],
  ] as [string, string, string, string, string][],
};

test('addresses and paths of the API lead to the page that reads them', () => {
  for (const text of [
    'http://localhost:3000/sandbox/shop/v1/orders/o%201',
    '/sandbox/shop/v1/orders/o%201',
    '/orders/o%201',
  ])
    assert.equal(findTarget(api, text), '/reference/shop/get-order#try?path.order_id=o+1', text);
  assert.equal(findTarget(api, '/orders/latest'), '/reference/shop/latest-order#try');
  assert.equal(findTarget(api, '/orders?page=2'), '/reference/shop/list-orders#try?query.page=2');
  assert.equal(findTarget(api, '/orders', 'POST'), '/reference/shop/create-order#try');
});

test('other addresses are links, and other texts none', () => {
  assert.equal(findTarget(api, 'https://example.com/a'), 'https://example.com/a');
  assert.equal(findTarget(api, 'http://localhost:3000/other'), 'http://localhost:3000/other');
  for (const text of ['/nowhere/at/all', 'orders', '//example.com', 'javascript:alert(1)', '/', 'see /orders'])
    assert.equal(findTarget(api, text), undefined, text);
});

test('a member that is named like the one parameter of a path leads to the operation that reads by it', () => {
  const readers = recordReaders(api.operations);
  assert.equal(readers.get('order_id'), 'get-order');
  assert.equal(readers.get('line_id'), undefined);
});
