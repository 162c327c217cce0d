import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nameOfIssue, placeOfIssue } from './issue-place.ts';

it('names a field as people write it', () => {
  assert.equal(nameOfIssue({ in: 'body', pointer: '/address/state' }), 'address.state');
  assert.equal(nameOfIssue({ in: 'body', pointer: '/items/0/unit~1price' }), 'items[0].unit/price');
  assert.equal(nameOfIssue({ in: 'query', pointer: '/limit' }), 'limit');
  assert.equal(nameOfIssue({ in: 'body', pointer: '' }), 'body');
});

it('points at the field on the page of its operation, where the items of a list share a place', () => {
  assert.equal(placeOfIssue({ in: 'body', pointer: '/address/state' }), 'body.address.state');
  assert.equal(placeOfIssue({ in: 'body', pointer: '/items/0/price' }), 'body.items.price');
  assert.equal(placeOfIssue({ in: 'body', pointer: '' }), 'body');
  assert.equal(placeOfIssue({ in: 'query', pointer: '/filter[name]' }), 'query-filter-name-');
  assert.equal(placeOfIssue({ in: 'header', pointer: '/Idempotency-Key' }), 'header-Idempotency-Key');
});
