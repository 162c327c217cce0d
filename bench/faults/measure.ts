import { setTimeout as wait } from 'node:timers/promises';
import type { Receiver } from '../../server/testing/receiver.ts';
import type { Fault } from './fault.ts';
import { type Load, type Outcome, startLoad } from './load.ts';
import { type Readiness, watchReady } from './watch-ready.ts';

/** What a fault did. Times are in milliseconds. */
export interface Measured extends Outcome {
  name: string;
  load: Load;
  /** From the fault's beginning until `/readyz` was no longer 200; undefined if it always was. */
  toldAfter?: number;
  /** From the fault's end until `/readyz` was 200 for good. */
  readyAfter: number;
  /** From the fault's end until the first record was stored, and until each writer had stored one; undefined if some never did. */
  recovered?: { first: number; all: number };
}

/** In milliseconds. */
const before = 1_000;
const afterwards = 500;

/** Has a fault happen under load, and waits until every writer goes on. */
export async function measure({ name, servers, happen }: Fault, receiver: Receiver): Promise<Measured> {
  const load = await startLoad(() => servers.origin, receiver);
  const watch = watchReady(servers.origin);
  await load.goesOn(performance.now());
  await wait(before);
  const began = performance.now();
  await happen();
  const ended = performance.now();
  const goes = await load.goesOn(ended);
  await wait(afterwards);
  const outcome = await load.end();
  const changes = await watch.stop();
  return {
    name,
    load,
    ...outcome,
    toldAfter: sinceBeginning(changes, began),
    readyAfter: Math.max(0, (changes.at(-1)?.status === 200 ? (changes.at(-1) as Readiness).at : Infinity) - ended),
    recovered: goes && { first: goes.first - ended, all: goes.last - ended },
  };
}

function sinceBeginning(changes: Readiness[], began: number): number | undefined {
  const told = changes.find(({ at, status }) => at > began && status !== 200);
  return told && told.at - began;
}
