import { type Limiter, secondsUntil } from './limiter.ts';

export interface FixedWindowOptions {
  requests: number;
  seconds: number;
  /** The names of the headers that tell the limit, what is left of it, and when it begins anew (Unix seconds). */
  headers?: { limit: string; remaining: string; reset: string };
}

interface Window {
  startsAt: number;
  used: number;
}

const usual = { limit: 'Rate-Limit-Limit', remaining: 'Rate-Limit-Remaining', reset: 'Rate-Limit-Reset' };

/** So many requests in a window, which begins with the first of them; past that, none until it ends. */
export function fixedWindow({ requests, seconds, headers: names = usual }: FixedWindowOptions): Limiter<Window> {
  const length = seconds * 1000;
  return {
    name: {
      en: `fixed window (${requests} requests in ${seconds} s)`,
      pt: `janela fixa (${requests} requisições em ${seconds} s)`,
    },
    memory: length,
    take: (known, now) => {
      // A clock that was set back leaves a window in the future, which counts for nothing.
      const isRunning = known && known.startsAt <= now && now < known.startsAt + length;
      // Windows begin with a whole second, since their end is told in whole seconds.
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
