import assert from 'node:assert/strict';
import { it } from 'node:test';
import { formatShortSpan, formatSpan } from './format-span.ts';

it('formats a span with its two largest units, in the reader’s language', () => {
  assert.equal(formatSpan(90, 'pt-BR'), '1 minuto 30 segundos');
  assert.equal(formatSpan(2 * 86_400 + 3 * 3_600 + 59, 'pt-BR'), '2 dias 3 horas');
  assert.equal(formatSpan(3_600, 'en'), '1 hour');
  assert.equal(formatSpan(365 * 86_400, 'en'), '365 days');
  assert.equal(formatSpan(0.4, 'en'), '');
});

it('formats a span as short as it gets', () => {
  assert.equal(formatShortSpan(23.9 * 3_600, 'en'), '23h');
  assert.equal(formatShortSpan(24 * 3_600, 'en'), '24h');
  assert.equal(formatShortSpan(7 * 86_400, 'en'), '7d');
  assert.equal(formatShortSpan(61, 'en'), '1m');
  assert.equal(formatShortSpan(0, 'en'), '1m');
});
