const [minute, day] = [60 * 1000, 24 * 60 * 60 * 1000];

/** After this many failures in a row an endpoint's circuit opens: deliveries wait, except one probe at a time. */
export const failuresThatOpen = 5;

/** How long an endpoint may fail without a success before it is disabled. */
export const failingTooLong = 3 * day;

const [minWait, maxWait] = [minute, 10 * minute];

/** The wait before the next probe: doubled after each, ten minutes at most, so that a single retry is never late. */
export function probeDelay(consecutiveFailures: number): number {
  return Math.min(minWait * 2 ** Math.max(consecutiveFailures - failuresThatOpen, 0), maxWait);
}
