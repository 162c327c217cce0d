import type { Limiter } from './limiter.ts';

export interface LeakyBucketOptions {
  /** How many requests the bucket holds. */
  capacity: number;
  /** How many of them leak out in a second. */
  perSecond: number;
  /** The header that tells a refused caller how many seconds to wait. */
  header: string;
}

interface Bucket {
  /** The second in which the bucket is empty, when nothing more comes: GCRA's theoretical arrival time. */
  emptyAt: number;
}

// Sums of fractions such as 1/3 miss the whole number by less than this.
const tolerance = 1e-6;

/** A bucket that requests fill and time empties (GCRA). It leaks once a second, so that the wait that is told is exact. */
export function leakyBucket({ capacity, perSecond, header }: LeakyBucketOptions): Limiter<Bucket> {
  const each = 1 / perSecond;
  const depth = capacity * each;
  return {
    name: {
      en: `leaky bucket (${capacity} requests, ${perSecond} leak out in a second)`,
      pt: `balde furado (${capacity} requisições, e ${perSecond} escoam por segundo)`,
    },
    memory: (depth + 1) * 1000,
    take: (known, now) => {
      const second = Math.floor(now / 1000);
      // More than a full bucket is what a clock leaves that was set back.
      const isKnown = known && known.emptyAt > second && known.emptyAt <= second + depth + tolerance;
      const emptyAt = isKnown ? known.emptyAt : second;
      const over = emptyAt + each - depth - second;
      if (over <= tolerance) return { state: { emptyAt: emptyAt + each }, headers: {} };
      const retryAfter = Math.ceil(over - tolerance);
      return { state: { emptyAt }, headers: { [header]: String(retryAfter) }, retryAfter };
    },
  };
}
