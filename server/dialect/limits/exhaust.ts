import type { Limiter, Taken } from './limiter.ts';

/** More requests than any limit lets pass at once. */
const most = 100_000;

/** What a limiter says to the first request past its limit, of a caller who sends all of them now. */
export function exhaust<State>(limiter: Limiter<State>, now: number): Taken<State> {
  let taken = limiter.take(undefined, now);
  for (let count = 1; taken.retryAfter === undefined && count < most; count++) taken = limiter.take(taken.state, now);
  return taken;
}
