const [minute, day] = [60 * 1000, 24 * 60 * 60 * 1000];

/** After this many failures in a row an endpoint's circuit opens: one delivery at a time goes out as a probe, the others wait. */
export const failuresThatOpen = 5;

/** How long an endpoint may do nothing but fail before it is disabled. */
export const failingTooLong = 3 * day;

const [firstWait, longestWait] = [minute, 10 * minute];

/** How long to wait for the next probe: twice as long after each, ten minutes at most, so that a retry that stands alone is never late. */
export function probeDelay(consecutiveFailures: number): number {
  return Math.min(firstWait * 2 ** Math.max(consecutiveFailures - failuresThatOpen, 0), longestWait);
}
