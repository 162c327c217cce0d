import assert from 'node:assert/strict';
import { it } from 'node:test';
import { expiryOf, momentOf } from './expiry.ts';

const now = Date.parse('2026-11-21T16:00:00Z');

it('counts days from now, and reads a time in the reader’s time zone', () => {
  assert.equal(momentOf({ kind: 'never' }, now), null);
  assert.equal(momentOf({ kind: 'days', days: 30 }, now), '2026-12-21T16:00:00.000Z');
  const expiry = expiryOf('2027-03-01T12:30:00.000Z');
  assert.equal(momentOf(expiry, now), '2027-03-01T12:30:00.000Z');
  assert.deepEqual(expiryOf(null), { kind: 'never' });
});

it('does not accept an incomplete time', () => {
  assert.equal(momentOf({ kind: 'moment', local: '' }, now), undefined);
});
