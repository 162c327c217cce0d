import type { Verdict } from './figures.ts';
import type { HourCount } from './signals.ts';

const hour = 60 * 60_000;
const daysSeen = 7;
/** On so many of the days before there were calls in this hour, the same weekday among them. */
const leastDays = 5;

/**
 * Judges whether calls are missing: none in the last full hour, nor since, though that hour of the days before had many. Until a
 * week has been seen, nothing is usual. `hours` are those of the last eight days that had calls.
 */
export function judgeSilence(hours: HourCount[], leastPerHour: number, now: number): Verdict {
  const current = now - (now % hour);
  const last = current - hour;
  const callsAt = (at: number) => hours.filter((one) => one.at === at).reduce((sum, { calls }) => sum + calls, 0);
  const calls = callsAt(last) + callsAt(current);
  const before = Array.from({ length: daysSeen }, (_, day) => callsAt(last - (day + 1) * 24 * hour));
  const busy = before.filter((count) => count >= leastPerHour);
  const sorted = before.toSorted((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] as number;
  const figures = { value: usual, window_minutes: 60, calls, affected: 0, subjects: [] };
  if (calls > 0) return { state: 'good', figures };
  const isUsual = busy.length >= leastDays && (before[daysSeen - 1] as number) >= leastPerHour;
  return { state: isUsual ? 'bad' : 'unclear', figures };
}
