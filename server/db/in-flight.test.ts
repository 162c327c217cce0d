import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInFlight } from './in-flight.ts';

test('the end waits for all work, also for what fails and for what is added meanwhile', async () => {
  const inFlight = createInFlight();
  const [first, second, third] = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const ended: string[] = [];
  const add = (name: string, work: Promise<void> | undefined) =>
    inFlight.add(Promise.resolve(work).finally(() => ended.push(name))).catch(() => {});
  void add('first', first?.promise);
  void add('second', second?.promise);
  const end = inFlight.ended().then(() => ended.push('end'));
  second?.reject(new Error('second'));
  void add('third', third?.promise);
  first?.resolve();
  third?.resolve();
  await end;
  assert.deepEqual(ended.sort(), ['end', 'first', 'second', 'third']);
  assert.equal(ended.length, 4);
});
