import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readExcerpt } from './excerpt.ts';

test('matching words are marked, without adjacent punctuation', () => {
  assert.deepEqual(readExcerpt('pessoa <mark>(CPF).</mark> Ou'), [
    { text: 'pessoa ', marked: false },
    { text: '(', marked: false },
    { text: 'CPF', marked: true },
    { text: ').', marked: false },
    { text: ' Ou', marked: false },
  ]);
});

test('what looks like HTML in a page is treated as text', () => {
  assert.deepEqual(readExcerpt('&lt;img src=x onerror=alert(1)&gt; &amp;lt;'), [
    { text: '<img src=x onerror=alert(1)> &lt;', marked: false },
  ]);
});
