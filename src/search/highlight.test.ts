import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from './highlight.ts';

const shown = (text: string, query: string) =>
  highlight(text, query)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

test('words are marked as far as they were typed, with their own accents', () => {
  assert.equal(shown('Emissão de notas', 'emissao not'), '[Emissão] de [not]as');
  assert.equal(shown('Emissao', 'emissã'), '[Emissa]o');
});

test('a path is marked by its segments', () => {
  assert.equal(shown('/customers/{customer_id}', 'GET /customers/{id}'), '/[customers]/{customer_[id]}');
});

test('nothing typed marks nothing', () => {
  assert.equal(shown('Erros', ''), 'Erros');
});
