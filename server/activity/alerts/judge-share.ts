import { isBeyondChance, usualShare } from './beyond-chance.ts';
import { type AlertFigures, mostSubjects, type Subject, type Verdict } from './figures.ts';
import type { MinuteCount } from './signals.ts';
import { inWindow, type WatchedTime } from './time-window.ts';

/** The long window proves that it matters; the short one, that it goes on; the one between, that it is over. In minutes. */
export const windows = { long: 15, between: 5, short: 3 };

/** Fewer calls, or fewer that failed, are no proof. */
const leastCalls = 20;
const leastFailed = 5;
/** So many calls of the last minutes are needed to say that it is over, while the long window still says otherwise. */
const leastToEnd = 10;

/** Calls with one outcome. */
type Counted = Pick<MinuteCount, 'status' | 'bucket' | 'calls'>;

/** What a share is judged by: the calls of each of the last minutes, and those of the last hour or two, these included. */
export interface SeenCalls {
  minutes: MinuteCount[];
  lately: Counted[];
}

interface ShareRule {
  /** The share of failed calls from which on it is bad. */
  threshold: number;
  isFailed(count: Counted): boolean;
  /** What the rule tells of the calls in its window; their share without it. */
  tellValue?(counts: MinuteCount[]): number | null;
}

/**
 * Judges a rule on the share of calls that fail in some way. It is bad where it lasts: the long window is above the threshold; and
 * where it is sudden: the last minutes are, and chance does not explain it by what is usual.
 */
export function judgeShare(seen: SeenCalls, rule: ShareRule, time: WatchedTime): Verdict {
  const { threshold } = rule;
  const within = (minutes: number) => sumOf(inWindow(seen.minutes, minutes, time), rule.isFailed);
  const [long, between, short] = [within(windows.long), within(windows.between), within(windows.short)];
  const lasts = long.calls >= leastCalls && long.failed >= leastFailed && long.share >= threshold;
  const bad = short.share < threshold ? undefined : lasts ? windows.long : findSudden(seen, rule, time);
  if (bad !== undefined) return { state: 'bad', figures: figuresOf(inWindow(seen.minutes, bad, time), bad, rule) };
  const isOver = between.calls >= leastToEnd && between.share < threshold / 2;
  const isBelow = long.share < threshold && between.share < threshold;
  const isGood = long.calls === 0 || isBelow || isOver;
  const figures = figuresOf(inWindow(seen.minutes, windows.long, time), windows.long, rule);
  return { state: isGood ? 'good' : 'unclear', figures };
}

/** The shortest window, in minutes, in which more fail than chance explains; undefined if there is none. */
function findSudden(seen: SeenCalls, { threshold, isFailed }: ShareRule, time: WatchedTime): number | undefined {
  const [lately, last] = [sumOf(seen.lately, isFailed), sumOf(inWindow(seen.minutes, windows.between, time), isFailed)];
  const before = { calls: Math.max(0, lately.calls - last.calls), failed: Math.max(0, lately.failed - last.failed) };
  // What a rule says is too much is not usual, however long it has been so.
  const usual = usualShare(before, threshold / 2);
  return Array.from({ length: windows.between }, (_, index) => index + 1).find((minutes) => {
    const found = sumOf(inWindow(seen.minutes, minutes, time), isFailed);
    return found.calls >= leastCalls && found.share >= threshold && isBeyondChance(found, usual);
  });
}

function figuresOf(
  counts: MinuteCount[],
  window_minutes: number,
  { isFailed, tellValue = shareOf(isFailed) }: ShareRule,
): AlertFigures {
  const { calls, failed } = sumOf(counts, isFailed);
  const value = calls === 0 ? null : tellValue(counts);
  return { value, window_minutes, calls, affected: failed, subjects: operationsOf(counts, isFailed) };
}

const shareOf = (isFailed: ShareRule['isFailed']) => (counts: MinuteCount[]) =>
  Math.round(sumOf(counts, isFailed).share * 10_000) / 10_000;

function sumOf(counts: Counted[], isFailed: ShareRule['isFailed']) {
  let [calls, failed] = [0, 0];
  for (const count of counts) {
    calls += count.calls;
    if (isFailed(count)) failed += count.calls;
  }
  return { calls, failed, share: calls === 0 ? 0 : failed / calls };
}

/** The operations with the most failed calls. */
function operationsOf(counts: MinuteCount[], isFailed: ShareRule['isFailed']): Subject[] {
  const named = counts.filter((count) => count.operation !== '' && isFailed(count));
  return [...Map.groupBy(named, ({ api, operation }) => `${api} ${operation}`).values()]
    .map((all): Subject => {
      const [{ api, operation }] = all as [MinuteCount];
      const count = all.reduce((sum, { calls }) => sum + calls, 0);
      return { type: 'operation', id: operation, name: api, count, ends_at: null };
    })
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .slice(0, mostSubjects);
}
