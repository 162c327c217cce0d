import { type Limiter, secondsUntil } from './limiter.ts';

export interface GradualThrottlingOptions {
  /** Requests in a period, past which they are refused. */
  requests: number;
  seconds: number;
  /** Requests in the period, past which answers slow down; without it, none does. */
  soft?: number;
  /** The name of the policy in the header fields. */
  policy?: string;
  /** The longest that an answer is held back, in seconds. */
  longest?: number;
}

interface Debt {
  /** When the whole quota is there again (GCRA's theoretical arrival time, in milliseconds). */
  paidAt: number;
}

const tolerance = 1e-6;

/**
 * Answers slow down over a soft limit, before they are refused over a hard one. A caller who waits for each answer ends at
 * the even pace of the quota and is never refused. Told in the fields `RateLimit` and `RateLimit-Policy`.
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
        ? {
            en: `gradual throttling (slower past ${soft}, refused past ${requests} requests in ${seconds} s)`,
            pt: `freio gradual (mais lento depois de ${soft}, recusado depois de ${requests} requisições em ${seconds} s)`,
          }
        : {
            en: `quota (${requests} requests in ${seconds} s)`,
            pt: `cota (${requests} requisições em ${seconds} s)`,
          },
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
