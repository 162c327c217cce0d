import { setImmediate as nextTurn } from 'node:timers/promises';

/** In milliseconds. */
const longest = 8;

/** A function to call between the pieces of long work: after some milliseconds, other requests get a turn of the event loop. */
export function createGiveWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longest) return;
    await nextTurn();
    since = performance.now();
  };
}
