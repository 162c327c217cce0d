import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMoment, writeMoment } from './last-change.ts';

const at = (iso: string) => Date.parse(iso) * 1000;

test('a time is parsed in the usual notations, in its zone', () => {
  const wanted: [text: string, microseconds: number][] = [
    ['2022-08-03 15:30:00', at('2022-08-03T15:30:00Z')],
    ['2022-08-03T15:30:00', at('2022-08-03T15:30:00Z')],
    ['2022-08-03 15:30', at('2022-08-03T15:30:00Z')],
    ['2022-08-03', at('2022-08-03T00:00:00Z')],
    ['2022-08-03 15:30:00.5', at('2022-08-03T15:30:00.500Z')],
    ['2022-08-03 15:30:00.000001', at('2022-08-03T15:30:00Z') + 1],
    ['2022-08-03 15:30:00.1234569', at('2022-08-03T15:30:00Z') + 123_456],
    ['2022-08-03T15:30:00Z', at('2022-08-03T15:30:00Z')],
    ['2022-08-03T15:30:00.000-03:00', at('2022-08-03T18:30:00Z')],
    ['2022-08-03T15:30:00 02:00', at('2022-08-03T13:30:00Z')],
  ];
  for (const [text, microseconds] of wanted) assert.equal(readMoment(text), microseconds, text);
});

test('an invalid time is rejected', () => {
  for (const text of [
    '',
    'ontem',
    '2022-8-3',
    '03/08/2022',
    '2022-13-01',
    '2022-02-30',
    '2022-08-03 25:00:00',
    '15:30:00',
  ])
    assert.equal(readMoment(text), undefined, text);
});

test('a formatted time parses to the same value, and texts sort like times', () => {
  const moments = [0, 1, 999, 1000, 1_000_000, at('2022-08-03T15:30:00Z') + 7, at('2022-08-03T15:30:00.001Z')];
  const written = moments.map(writeMoment);
  assert.deepEqual(written.map(readMoment), moments);
  assert.deepEqual(written.toSorted(), written);
  assert.equal(written[5], '2022-08-03 15:30:00.000007');
});
