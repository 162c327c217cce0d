import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryStorage } from '../ui/memory-storage.ts';
import { addRecentSearch, forgetRecentSearches, readRecentSearches } from './recent-searches.ts';

test('keeps the last four searches, each once, the newest first', () => {
  const storage = new MemoryStorage();
  for (const query of ['webhooks', 'errors', 'invoice', ' list  customers ', 'Webhooks', 'keys'])
    addRecentSearch(storage, 'en', query);
  assert.deepEqual(readRecentSearches(storage, 'en'), ['keys', 'Webhooks', 'list customers', 'invoice']);
  assert.deepEqual(readRecentSearches(storage, 'es'), []);
  forgetRecentSearches(storage, 'en');
  assert.deepEqual(readRecentSearches(storage, 'en'), []);
});

test('does not keep keys, single letters or what was pasted', () => {
  const storage = new MemoryStorage();
  for (const query of ['a', 'sk_test_abc123', 'Bearer eyJhbGciOi', 'bearer a1b2c3', 'cs_a1b2c3d4e5', 'x'.repeat(61)])
    addRecentSearch(storage, 'en', query);
  assert.deepEqual(readRecentSearches(storage, 'en'), []);
});

test('ignores what it has not written', () => {
  const storage = new MemoryStorage();
  storage.setItem('cais.searches.en', '{');
  assert.deepEqual(readRecentSearches(storage, 'en'), []);
  storage.setItem('cais.searches.en', '[7, "errors"]');
  assert.deepEqual(readRecentSearches(storage, 'en'), ['errors']);
});
