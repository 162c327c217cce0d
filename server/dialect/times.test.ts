import assert from 'node:assert/strict';
import { test } from 'node:test';
import { universalTime, zonedTime } from './times.ts';

test('a moment is written with milliseconds and the zone, and stays the same moment', () => {
  const at = new Date('2019-01-22T16:37:00.000Z');
  assert.equal(zonedTime('-03:00').write(at), '2019-01-22T13:37:00.000-03:00');
  assert.equal(zonedTime('+05:30').write(at), '2019-01-22T22:07:00.000+05:30');
  assert.equal(universalTime.write(at), '2019-01-22T16:37:00.000Z');
  for (const zone of ['-03:00', '+05:30']) assert.equal(Date.parse(zonedTime(zone).write(at)), at.getTime());
});

test('a day before in the zone is a day before in the text', () => {
  assert.equal(zonedTime('-03:00').write(new Date('2026-01-01T01:00:00Z')), '2025-12-31T22:00:00.000-03:00');
});

test('what is no zone is refused when the profile is made', () => {
  for (const offset of ['BRT', '-3', '-0300', '']) assert.throws(() => zonedTime(offset), /is no zone/, offset);
});
