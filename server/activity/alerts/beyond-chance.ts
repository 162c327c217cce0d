/** What chance brings less often than this counts as proof: a rule is judged 10,000 times in a week. */
const alpha = 4e-6;

/** Until much was seen, two calls in a thousand are taken to fail: as if so many had been seen already. */
const assumed = { calls: 1000, failed: 2 };

interface Seen {
  calls: number;
  failed: number;
}

/** The share that usually fails, as far as it was seen; at most `most`. */
export function usualShare({ calls, failed }: Seen, most: number): number {
  return Math.min((failed + assumed.failed) / (calls + assumed.calls), most);
}

/** Whether so many of these calls failed as chance would not bring if the usual share went on (Chernoff's bound). */
export function isBeyondChance({ calls, failed }: Seen, usual: number): boolean {
  const share = failed / calls;
  if (!(share > usual)) return false;
  const divergence =
    share * Math.log(share / usual) + (share < 1 ? (1 - share) * Math.log((1 - share) / (1 - usual)) : 0);
  return calls * divergence >= -Math.log(alpha);
}

/** Whether it is no chance that none came where so many were expected (Poisson). */
export function isMissing(expected: number): boolean {
  return expected >= -Math.log(alpha);
}
