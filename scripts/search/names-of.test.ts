import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNames } from '../../src/search/names/read-names.ts';
import { searchNames } from '../../src/search/search-pages.ts';
import { namesOf } from './names-of.ts';
import type { SearchDocument } from './search-document.ts';

const guide = (name: string, title: string, body = '', names: SearchDocument['names'] = {}): SearchDocument => ({
  url: `/guides/${name}`,
  group: 'guides',
  meta: { title },
  names,
  body,
});
const documents = [
  guide('trips', 'Book a trip', '<p>Reservations are kept for a day.</p><pre>curl kuriosum</pre>'),
  guide('errors', 'Errors', '', { sections: [['sold_out', 'sold_out']] }),
  guide('invoices', 'Invoices', '<p>invoices, invoices</p>'),
];
const first = (query: string, synonyms?: string[][]) =>
  searchNames(readNames(namesOf(documents, synonyms)), query, { limit: 10 }).groups[0]?.hits[0]?.url;

test('the words of a portal of somebody else are found by what Cais knows they mean', () => {
  assert.equal(first('fatura'), '/guides/invoices');
  assert.equal(first('fatcura'), '/guides/invoices');
});

test('what none of its words means is not in its files', () => {
  const { meanings } = namesOf(documents);
  assert.ok(meanings.some(({ words }) => words.includes('fatura')));
  assert.ok(!meanings.some(({ words }) => words.includes('boleto')));
});

test('a portal has words of its own for the same', () => {
  assert.equal(first('corrida'), undefined);
  assert.equal(first('Corridas', [['trip', 'corrida']]), '/guides/trips');
});

test('a heading is found, with its anchor', () => {
  assert.equal(first('sold_out'), '/guides/errors#sold_out');
});

test('words are those of texts and names, the most frequent first, without code', () => {
  const words = namesOf(documents).words.split(' ');
  assert.ok(words.includes('reservations') && words.includes('sold_out'));
  assert.ok(!words.includes('kuriosum') && !words.includes('is'));
  assert.ok(words.indexOf('invoices') < words.indexOf('reservations'));
});
