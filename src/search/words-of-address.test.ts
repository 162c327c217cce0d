import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfAddress } from './words-of-address.ts';

test('an address is read from its end, decoded, without endings and ids', () => {
  assert.deepEqual(wordsOfAddress('/reference/notas/create-invoices'), ['create invoices', 'notas', 'reference']);
  assert.deepEqual(wordsOfAddress('/guias/emiss%C3%A3o.html'), ['emissão', 'guias']);
  assert.deepEqual(wordsOfAddress('/12/%E0%A4%A'), []);
});
