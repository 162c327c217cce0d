import type { ServedApi } from '../../../server/plan/served-api.ts';

type Limiter = NonNullable<ServedApi['profile']['limits']>;

/** What a limit allows, found out by sending it requests. */
export interface LimitFacts {
  /** Requests that are accepted at once. */
  burst: number;
  /** From this request on, responses are delayed. */
  delayedFrom?: number;
  /** Seconds that a refused caller waits. */
  wait: number;
  /** Requests that are accepted again a second later, and a minute later. */
  perSecond: number;
  perMinute: number;
  /** Headers of each response. */
  headers: string[];
}

/** More requests than any limit allows in a burst. */
const most = 100_000;

/** Asks a limit what it allows; undefined where it refuses nothing. */
export function probeLimit(limiter: Limiter): LimitFacts | undefined {
  const now = Date.parse('2026-01-05T12:00:00Z');
  let taken = limiter.take(undefined, now);
  const headers = Object.keys(taken.headers);
  let burst = 0;
  let delayedFrom: number | undefined;
  while (taken.retryAfter === undefined && burst < most) {
    burst++;
    if (taken.delay !== undefined) delayedFrom ??= burst;
    taken = limiter.take(taken.state, now);
  }
  if (taken.retryAfter === undefined) return undefined;
  const acceptedAfter = (milliseconds: number) => {
    let count = 0;
    for (
      let next = limiter.take(taken.state, now + milliseconds);
      next.retryAfter === undefined;
      next = limiter.take(next.state, now + milliseconds)
    )
      count++;
    return count;
  };
  return {
    burst,
    delayedFrom,
    wait: taken.retryAfter,
    perSecond: acceptedAfter(1000),
    perMinute: acceptedAfter(60_000),
    headers,
  };
}
