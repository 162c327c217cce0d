import type { Limiter, Taken } from './limiter.ts';

/** More requests than any limit allows in a burst. */
const maxRequests = 100_000;

/** The limiter's result for the first request over its limit, if a caller sends all of them now. */
export function exhaust<State>(limiter: Limiter<State>, now: number): Taken<State> {
  let taken = limiter.take(undefined, now);
  for (let count = 1; taken.retryAfter === undefined && count < maxRequests; count++)
    taken = limiter.take(taken.state, now);
  return taken;
}
