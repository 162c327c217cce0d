import type { OwnTexts } from '../../answers/texts.ts';

/** A limiter's result for a request. */
export interface Taken<State> {
  /** The caller's state for the next request. */
  state: State;
  /** Headers with the remaining quota, sent with every response, including refusals. */
  headers: Record<string, string>;
  /** Milliseconds by which the response is delayed. */
  delay?: number;
  /** If set, the request is refused, and would be accepted after so many seconds. */
  retryAfter?: number;
}

/** A rate limit convention; a pure function of the caller's state. */
export interface Limiter<State = unknown> {
  /** A name for people. */
  name: OwnTexts;
  /** Milliseconds without requests after which a caller's state can be dropped. */
  memory: number;
  /** The API's own header for the seconds that a refused caller has to wait, sent beside `Retry-After`. */
  waitHeader?: string;
  take(state: State | undefined, now: number): Taken<State>;
}

/** Seconds until a time, rounded up, at least 1. */
export function secondsUntil(time: number, now: number): number {
  return Math.max(1, Math.ceil((time - now) / 1000));
}
