import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryStorage } from '../ui/memory-storage.ts';
import type { Hit } from './hits.ts';
import { addRecentPage, forgetRecentPages, readRecentPages } from './recent-pages.ts';

const hit = (name: string): Hit => ({ url: `/guides/${name}`, title: name, excerpt: [{ text: name, marked: true }] });

test('stores the last five pages without duplicates, the newest first', () => {
  const storage = new MemoryStorage();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'b']) addRecentPage(storage, 'en', hit(name));
  assert.deepEqual(
    readRecentPages(storage, 'en').map(({ title }) => title),
    ['b', 'f', 'e', 'd', 'c'],
  );
  assert.deepEqual(readRecentPages(storage, 'pt-BR'), []);
  forgetRecentPages(storage, 'en');
  assert.deepEqual(readRecentPages(storage, 'en'), []);
});

test('ignores invalid entries', () => {
  const storage = new MemoryStorage();
  for (const text of ['{', '7', '[{"url":"javascript:alert(1)","title":"x","excerpt":[]}, null]']) {
    storage.setItem('cais.search.en', text);
    assert.deepEqual(readRecentPages(storage, 'en'), [], text);
  }
});
