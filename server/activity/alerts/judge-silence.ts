import { isMissing } from './beyond-chance.ts';
import type { Verdict } from './figures.ts';
import type { HourCount, MinuteTotal } from './signals.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const daysSeen = 7;
/** On so many of the days before there were calls in this hour, the same weekday among them. */
const leastDays = 5;
/** Silence of so many minutes can be sudden; what is longer is judged by the hour. */
export const sudden = { least: 3, most: 15, seenBefore: 10 };

/** What silence is judged by: the hours of the last eight days that had calls, the calls of the last minutes, and of the day before. */
export interface SeenFlow {
  hours: HourCount[];
  lastMinutes: MinuteTotal[];
  /** Minutes of the last hours, and the same ones of the day before; nothing while calls come. */
  flow: MinuteTotal[];
}

/**
 * Judges whether calls are missing: none in the last full hour, nor since, though that hour of the days before had many; or none for
 * some minutes in a flow that was even, and goes on at this time on other days. Until a week has been seen, nothing is usual.
 */
export function judgeSilence({ hours, lastMinutes, flow }: SeenFlow, leastPerHour: number, now: number): Verdict {
  const current = now - (now % hour);
  const last = current - hour;
  const callsAt = (at: number) => sumAt(hours, at);
  const calls = callsAt(last) + callsAt(current);
  const before = Array.from({ length: daysSeen }, (_, days) => callsAt(last - (days + 1) * day));
  const busy = before.filter((count) => count >= leastPerHour);
  const sorted = before.toSorted((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] as number;
  const figures = { value: usual, window_minutes: 60, calls, affected: 0, subjects: [] };
  if (lastMinutes.some(({ at }) => now - at < sudden.least * minute)) return { state: 'good', figures };
  const isUsual = busy.length >= leastDays && (before[daysSeen - 1] as number) >= leastPerHour;
  if (calls === 0) return { state: isUsual ? 'bad' : 'unclear', figures };
  const weekAgo = Math.min(callsAt(current - daysSeen * day), callsAt(last - daysSeen * day));
  const missing = weekAgo < leastPerHour ? undefined : findMissing(flow, weekAgo / 60, now);
  if (!missing) return { state: 'unclear', figures };
  const { minutes, expected } = missing;
  return { state: 'bad', figures: { ...figures, value: Math.round(expected), window_minutes: minutes, calls: 0 } };
}

/** For how many minutes calls are missing, and how many were to be expected; undefined if that may be chance, or is usual. */
function findMissing(flow: MinuteTotal[], weekAgo: number, now: number) {
  const times = [...new Set(flow.map(({ at }) => at))].toSorted((a, b) => a - b);
  const began = (times.findLast((at) => at <= now) ?? 0) + minute;
  const minutes = (now - began) / minute;
  if (minutes < sudden.least || minutes > sudden.most) return undefined;
  const between = (from: number, until: number) => times.filter((at) => at >= from && at < until);
  const lastHour = [began - hour - minute, ...between(began - hour, began)];
  const gaps = lastHour.slice(1).map((at, index) => (at - (lastHour[index] as number)) / minute - 1);
  if (Math.max(...gaps) > minutes / 2) return undefined;
  const perMinute = (from: number, until: number) =>
    between(from, until).reduce((sum, at) => sum + sumAt(flow, at), 0) / ((until - from) / minute);
  const today = perMinute(began - hour, began);
  const yesterday = perMinute(began - day, began - day + sudden.seenBefore * minute);
  const expected = Math.min(today, yesterday, weekAgo) * minutes;
  return isMissing(expected) ? { minutes: Math.floor(minutes), expected } : undefined;
}

function sumAt(counts: MinuteTotal[], at: number): number {
  return counts.reduce((sum, one) => (one.at === at ? sum + one.calls : sum), 0);
}
