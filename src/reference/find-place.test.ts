import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findPlace } from './find-place.ts';

const ids = [
  'body',
  'body.name',
  'body.items',
  'body.items.price',
  'body.2',
  'body.2.card',
  'body-2.name',
  'header-Accept-Language',
];

it('finds a field, whatever the variant of the schema that it is in', () => {
  assert.equal(findPlace('body.items.price', ids), 'body.items.price');
  assert.equal(findPlace('body.card', ids), 'body.2.card');
  assert.equal(findPlace('header-accept-language', ids), 'header-Accept-Language');
});

it('finds the nearest field around one that is not in the page', () => {
  assert.equal(findPlace('body.items.price.currency', ids), 'body.items.price');
  assert.equal(findPlace('body.unknown', ids), 'body');
  assert.equal(findPlace('query-limit', ids), undefined);
});
