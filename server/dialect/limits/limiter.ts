import type { Texts } from '../../answers/texts.ts';
/** What a limiter says of one request. */
export interface Taken<State> {
  /** What is to be known of the caller at the next request. */
  state: State;
  /** Headers that tell how much is left; they go out with every answer, refusals too. */
  headers: Record<string, string>;
  /** Milliseconds for which the answer is held back. */
  delay?: number;
  /** The request is refused; the same request passes after so many seconds. */
  retryAfter?: number;
}

/** A convention of how many requests a caller may send; it only calculates, and what it knows of a caller is handed to it. */
export interface Limiter<State = unknown> {
  /** How people call it. */
  name: Texts;
  /** Milliseconds of rest after which nothing has to be known of a caller any more. */
  memory: number;
  take(state: State | undefined, now: number): Taken<State>;
}

/** Seconds, rounded up: a caller who waits them has waited long enough. */
export function secondsUntil(time: number, now: number): number {
  return Math.max(1, Math.ceil((time - now) / 1000));
}
