const [second, minute, hour] = [1000, 60 * 1000, 60 * 60 * 1000];

/** The wait after each failure, some 47 hours in all; after the last retry a delivery is given up. */
const retryDelays = [
  5 * second,
  30 * second,
  2 * minute,
  5 * minute,
  10 * minute,
  20 * minute,
  40 * minute,
  1 * hour,
  2 * hour,
  3 * hour,
  4 * hour,
  6 * hour,
  8 * hour,
  10 * hour,
  12 * hour,
];

const jitter = 0.1;
const maxRetryAfter = 24 * hour;

/**
 * Milliseconds until the next try after this many failed tries; undefined when there were enough. A receiver may ask for
 * more time (`Retry-After`), a day at most. Jitter only adds, so that no retry is early.
 */
export function retryDelay(tries: number, retryAfter = 0, random = Math.random()): number | undefined {
  const delay = retryDelays[tries - 1];
  if (delay === undefined) return undefined;
  return Math.max(Math.round(delay * (1 + jitter * random)), Math.min(retryAfter, maxRetryAfter));
}

/** Reads `Retry-After`, seconds or a date (RFC 9110), as milliseconds from now; an unreadable value counts as 0. */
export function readRetryAfter(value: string | undefined, now: Date): number {
  if (value === undefined) return 0;
  const text = value.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * second : Date.parse(text) - now.getTime();
  return Number.isFinite(wait) ? Math.max(wait, 0) : /^\d+$/.test(text) ? maxRetryAfter : 0;
}
