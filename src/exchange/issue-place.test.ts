import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isNamed, nameOfIssue, placeOfIssue } from './issue-place.ts';

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

it('knows whether a text names its field', () => {
  assert.equal(isNamed({ pointer: '/address/state', detail: '"address.state" must be one of "AC", "AL".' }), true);
  assert.equal(isNamed({ pointer: '/items/0', detail: '"items.0" is no item.' }), true);
  assert.equal(isNamed({ pointer: '/email', detail: 'There is no such address.' }), false);
  assert.equal(isNamed({ pointer: '', detail: 'The body is empty.' }), false);
});
