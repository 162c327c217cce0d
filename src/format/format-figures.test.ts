import assert from 'node:assert/strict';
import { it } from 'node:test';
import { formatDuration, formatSize } from './format-figures.ts';

it('formats sizes and durations for the language', () => {
  assert.equal(formatSize(0, 'pt-BR'), '0 B');
  assert.equal(formatSize(999, 'en'), '999 B');
  assert.equal(formatSize(1234, 'pt-BR'), '1,2 kB');
  assert.equal(formatSize(1234, 'en'), '1.2 kB');
  assert.equal(formatSize(54_321_000, 'en'), '54 MB');
  assert.equal(formatDuration(3.14, 'pt-BR'), '3,1 ms');
  assert.equal(formatDuration(34.4, 'en'), '34 ms');
  assert.equal(formatDuration(1250, 'pt-BR'), '1,3 s');
});
