import { say } from '../../answers/say.ts';
import type { Limiter } from './limiter.ts';

export interface LeakyBucketOptions {
  /** How many requests the bucket holds. */
  capacity: number;
  /** How many requests leak out per second. */
  perSecond: number;
  /** The header with the seconds that a refused caller has to wait. */
  header: string;
}

interface Bucket {
  /** The second in which the bucket will be empty: GCRA's theoretical arrival time. */
  emptyAt: number;
}

// Rounding errors in sums of fractions such as 1/3 are smaller than this.
const tolerance = 1e-6;

/** A leaky bucket (GCRA) that leaks once per second, so that the reported wait is exact. */
export function leakyBucket({ capacity, perSecond, header }: LeakyBucketOptions): Limiter<Bucket> {
  const each = 1 / perSecond;
  const depth = capacity * each;
  return {
    name: say('conventions.leaky-bucket', { capacity, perSecond }),
    memory: (depth + 1) * 1000,
    waitHeader: header,
    take: (known, now) => {
      const second = Math.floor(now / 1000);
      // If the clock was set back, the bucket seems more than full and is ignored.
      const isKnown = known && known.emptyAt > second && known.emptyAt <= second + depth + tolerance;
      const emptyAt = isKnown ? known.emptyAt : second;
      const over = emptyAt + each - depth - second;
      if (over <= tolerance) return { state: { emptyAt: emptyAt + each }, headers: {} };
      return { state: { emptyAt }, headers: {}, retryAfter: Math.ceil(over - tolerance) };
    },
  };
}
