import assert from 'node:assert/strict';
import { it } from 'node:test';
import { oneTabAtATime } from './one-tab-at-a-time.ts';

it('runs one after the other', async () => {
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} starts`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    steps.push(`${name} ends`);
    return name;
  };
  assert.deepEqual(await Promise.all([oneTabAtATime(work('a')), oneTabAtATime(work('b'))]), ['a', 'b']);
  assert.deepEqual(steps, ['a starts', 'a ends', 'b starts', 'b ends']);
});

it('passes a failure on, and runs without locks', async (t) => {
  let runs = 0;
  const failing = async () => {
    runs++;
    throw new Error('no');
  };
  await assert.rejects(oneTabAtATime(failing), /no/);
  t.mock.getter(globalThis, 'navigator', () => ({}));
  await assert.rejects(oneTabAtATime(failing), /no/);
  assert.equal(runs, 2);
});
