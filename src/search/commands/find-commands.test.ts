import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCommands } from './find-commands.ts';

const commands = [
  { id: 'dark', label: 'Tema escuro', words: 'tema theme dark escuro' },
  { id: 'key', label: 'Copiar minha chave de teste', words: 'copiar copy' },
  { id: 'en', label: 'Ler esta página em English', words: 'idioma language english ingles' },
];
const ids = (query: string) => {
  const { first, after } = findCommands(commands, query);
  return [first.map(({ id }) => id).join(), after.map(({ id }) => id).join()];
};

test('a command is asked for by its own words, in any language', () => {
  for (const query of ['tema', 'dark', 'theme dark', 'escu']) assert.deepEqual(ids(query), ['dark', ''], query);
  for (const query of ['inglês', 'english', 'language']) assert.deepEqual(ids(query), ['en', ''], query);
});

test('what its label merely has does not put it before results', () => {
  assert.deepEqual(ids('chave'), ['', 'key']);
  assert.deepEqual(ids('copiar chave'), ['key', '']);
});

test('a word or two letters of something else ask for none', () => {
  for (const query of ['', 'te', 'tema claro', 'webhook', 'dark customers'])
    assert.deepEqual(ids(query), ['', ''], query);
});
