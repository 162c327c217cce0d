import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from './highlight.ts';

const shown = (text: string, query: string) =>
  highlight(text, query)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

test('words are marked up to the typed length, accents included', () => {
  assert.equal(shown('Emissão de notas', 'emissao not'), '[Emissão] de [not]as');
  assert.equal(shown('Emissao', 'emissã'), '[Emissa]o');
});

test('the segments of a path are marked', () => {
  assert.equal(shown('/customers/{customer_id}', 'GET /customers/{id}'), '/[customers]/{customer_[id]}');
});

test('an identifier is marked as a whole, or by its words', () => {
  assert.equal(shown('federal_tax_number', 'federal_tax_number tax'), '[federal_tax_number]');
  assert.equal(shown('federal_tax_number', 'tax'), 'federal_[tax]_number');
});

test('an empty query marks nothing', () => {
  assert.equal(shown('Erros', ''), 'Erros');
});
