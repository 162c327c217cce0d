import { say } from '../../answers/say.ts';
import { type Limiter, secondsUntil } from './limiter.ts';

export interface GradualThrottlingOptions {
  /** Requests per period, above which they are refused. */
  requests: number;
  seconds: number;
  /** Requests per period, above which responses are delayed. Default: never. */
  soft?: number;
  /** The policy name in the headers. */
  policy?: string;
  /** The maximum delay of a response, in seconds. */
  longest?: number;
}

interface Debt {
  /** When the full quota is available again (GCRA's theoretical arrival time, in milliseconds). */
  paidAt: number;
}

const tolerance = 1e-6;

/**
 * Delays responses above a soft limit, and refuses requests above a hard one. A caller who waits for each response settles at the
 * rate of the quota and is never refused. Reported in the headers `RateLimit` and `RateLimit-Policy`.
 */
export function gradualThrottling({
  requests,
  seconds,
  soft = requests,
  policy = 'default',
  longest = 5,
}: GradualThrottlingOptions): Limiter<Debt> {
  const each = (seconds * 1000) / requests;
  return {
    name:
      soft < requests
        ? say('conventions.gradual-throttling', { soft, requests, seconds })
        : say('conventions.quota', { requests, seconds }),
    memory: seconds * 1000,
    take: (known, now) => {
      const isKnown = known && known.paidAt > now && known.paidAt <= now + (requests + 1) * each;
      const before = isKnown ? known.paidAt : now;
      const used = (before - now) / each + 1;
      const isRefused = used > requests + tolerance;
      const paidAt = isRefused ? before : before + each;
      const left = Math.floor(requests - (paidAt - now) / each + tolerance);
      return {
        state: { paidAt },
        headers: {
          'RateLimit-Policy': `"${policy}";q=${requests};w=${seconds}`,
          RateLimit: `"${policy}";r=${Math.max(left, 0)};t=${secondsUntil(paidAt, now)}`,
        },
        ...(isRefused
          ? { retryAfter: secondsUntil(before + each - requests * each, now) }
          : used > soft && { delay: Math.min(Math.ceil((used - soft) * each), longest * 1000) }),
      };
    },
  };
}
