import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runsOf, topOf } from './chart-scale.ts';
import { compare } from './compare.ts';

it('compares a figure with the period before, and says nothing where nothing was counted', () => {
  assert.deepEqual(compare(120, 80), { kind: 'more', difference: 40, ratio: 0.5 });
  assert.deepEqual(compare(60, 80), { kind: 'less', difference: 20, ratio: 0.25 });
  assert.deepEqual(compare(7, 7), { kind: 'same' });
  assert.deepEqual(compare(3, 0), { kind: 'more', difference: 3 });
  for (const [now, before] of [
    [null, 3],
    [3, null],
    [null, null],
  ] as const)
    assert.deepEqual(compare(now, before), { kind: 'uncounted' });
});

it('ends the scale of a chart at a round figure', () => {
  assert.equal(topOf([3, 17, null], 1), 20);
  assert.equal(topOf([50], 1), 50);
  assert.equal(topOf([51], 1), 100);
  assert.equal(topOf([0.3], 0.1), 0.5);
  assert.equal(topOf([0, null], 10), 10);
});

it('breaks a line where there is no value', () => {
  assert.deepEqual(runsOf([null, 1, 2, null, 3, null]), [[1, 2], [4]]);
  assert.deepEqual(runsOf([null, null]), []);
});
