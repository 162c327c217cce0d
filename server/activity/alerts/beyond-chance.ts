/** What chance brings less often than this counts as proof: a rule is judged 10,000 times in a week. */
const alpha = 4e-6;

/** Two calls in a thousand are taken to fail anyway, and until much was seen no more: as if so many had been seen already. */
const assumed = { calls: 1000, failed: 2 };

interface Seen {
  calls: number;
  failed: number;
}

/** The share that usually fails, as far as it was seen; at most `most`. */
export function usualShare({ calls, failed }: Seen, most: number): number {
  const share = (failed + assumed.failed) / (calls + assumed.calls);
  return Math.min(Math.max(share, assumed.failed / assumed.calls), most);
}

/** Whether so many of these calls failed as chance would not bring if the usual share went on (Chernoff's bound). */
export function isBeyondChance({ calls, failed }: Seen, usual: number): boolean {
  const share = failed / calls;
  if (!(share > usual)) return false;
  const others = share < 1 ? (1 - share) * Math.log((1 - share) / (1 - usual)) : 0;
  return calls * (share * Math.log(share / usual) + others) >= -Math.log(alpha);
}

/** Whether it is no chance that none came where so many were expected (Poisson). */
export function isMissing(expected: number): boolean {
  return expected >= -Math.log(alpha);
}
