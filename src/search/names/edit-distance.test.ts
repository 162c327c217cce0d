import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editDistance } from './edit-distance.ts';

test('a letter that is wrong, missing, too much or swapped is one error', () => {
  for (const typed of ['webhoak', 'webhok', 'webhoook', 'wehbook', 'ebhook'])
    assert.equal(editDistance(typed, 'webhook', 2), 1, typed);
  assert.equal(editDistance('webhook', 'webhook', 2), 0);
  assert.equal(editDistance('wbehokk', 'webhook', 2), 2);
});

test('it does not count beyond what is of interest', () => {
  assert.equal(editDistance('customer', 'invoice', 2), 3);
  assert.equal(editDistance('nota', 'notification', 1), 2);
});

test('of a word that is still being typed, the beginning counts', () => {
  assert.equal(editDistance('idempot', 'idempotency', 2, true), 0);
  assert.equal(editDistance('idmepo', 'idempotency', 2, true), 1);
  assert.equal(editDistance('xyz', 'idempotency', 1, true), 2);
});
