import assert from 'node:assert/strict';
import { test } from 'node:test';
import { universalTime, zonedTime } from './times.ts';

test('a time is written with milliseconds and zone, and stays the same instant', () => {
  const at = new Date('2019-01-22T16:37:00.000Z');
  assert.equal(zonedTime('-03:00').write(at), '2019-01-22T13:37:00.000-03:00');
  assert.equal(zonedTime('+05:30').write(at), '2019-01-22T22:07:00.000+05:30');
  assert.equal(universalTime.write(at), '2019-01-22T16:37:00.000Z');
  for (const zone of ['-03:00', '+05:30']) assert.equal(Date.parse(zonedTime(zone).write(at)), at.getTime());
});

test('the date is that of the zone', () => {
  assert.equal(zonedTime('-03:00').write(new Date('2026-01-01T01:00:00Z')), '2025-12-31T22:00:00.000-03:00');
});

test('an invalid zone is rejected when the profile is created', () => {
  for (const offset of ['BRT', '-3', '-0300', '']) assert.throws(() => zonedTime(offset), /is not a time zone/, offset);
});
