/** The upper bound of the first bucket, in milliseconds; each further bucket is a tenth wider. */
const first = 0.1;
const growth = 1.1;
const last = 150;

/** How many buckets there are. */
export const buckets = last + 1;

/** The bucket of a duration in milliseconds. Counts of buckets add up, over periods and servers. */
export function bucketOf(milliseconds: number): number {
  if (milliseconds <= first) return 0;
  return Math.min(last, Math.ceil(Math.log(milliseconds / first) / Math.log(growth)));
}

/** The middle of a bucket, in milliseconds: off by at most 5 %. */
function middleOf(bucket: number): number {
  return bucket === 0 ? first : first * growth ** (bucket - 0.5);
}

/** A quantile of counted durations, in milliseconds; undefined where nothing was counted. */
export function quantile(counts: { bucket: number; calls: number }[], share: number): number | undefined {
  const total = counts.reduce((sum, { calls }) => sum + calls, 0);
  if (total === 0) return undefined;
  const sorted = counts.toSorted((a, b) => a.bucket - b.bucket);
  let passed = 0;
  for (const { bucket, calls } of sorted) {
    passed += calls;
    if (passed >= share * total) return middleOf(bucket);
  }
  return undefined;
}
