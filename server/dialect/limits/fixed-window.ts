import { say } from '../../answers/say.ts';
import { type Limiter, secondsUntil } from './limiter.ts';

export interface FixedWindowOptions {
  requests: number;
  seconds: number;
  /** The names of the headers with the limit, the remaining requests, and the reset time (Unix seconds). */
  headers?: { limit: string; remaining: string; reset: string };
}

interface Window {
  startsAt: number;
  used: number;
}

const defaultHeaders = { limit: 'Rate-Limit-Limit', remaining: 'Rate-Limit-Remaining', reset: 'Rate-Limit-Reset' };

/** Allows a number of requests per window, which starts with the first request. */
export function fixedWindow({
  requests,
  seconds,
  headers: names = defaultHeaders,
}: FixedWindowOptions): Limiter<Window> {
  const length = seconds * 1000;
  return {
    name: say('conventions.fixed-window', { requests, seconds }),
    memory: length,
    take: (known, now) => {
      // If the clock was set back, the window starts in the future and is ignored.
      const isRunning = known && known.startsAt <= now && now < known.startsAt + length;
      // Windows start at a full second, because the reset header has whole seconds.
      const window = isRunning ? known : { startsAt: Math.floor(now / 1000) * 1000, used: 0 };
      const used = Math.min(window.used + 1, requests + 1);
      const endsAt = window.startsAt + length;
      return {
        state: { ...window, used },
        headers: {
          [names.limit]: String(requests),
          [names.remaining]: String(Math.max(requests - used, 0)),
          [names.reset]: String(endsAt / 1000),
        },
        ...(used > requests && { retryAfter: secondsUntil(endsAt, now) }),
      };
    },
  };
}
