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

interface ShareRule {
  /** The share of failed calls from which on it is bad. */
  threshold: number;
  isFailed(count: MinuteCount): boolean;
  /** What the rule tells of the calls in its window; their share without it. */
  tellValue?(counts: MinuteCount[]): number | null;
}

/** Judges a rule on the share of calls that fail in some way. */
export function judgeShare(counts: MinuteCount[], rule: ShareRule, time: WatchedTime): Verdict {
  const { threshold } = rule;
  const within = (minutes: number) => sumOf(inWindow(counts, minutes, time), rule.isFailed);
  const [long, between, short] = [within(windows.long), within(windows.between), within(windows.short)];
  const figures = figuresOf(inWindow(counts, windows.long, time), rule);
  const isBad =
    long.calls >= leastCalls && long.failed >= leastFailed && long.share >= threshold && short.share >= threshold;
  if (isBad) return { state: 'bad', figures };
  const isOver = between.calls >= leastToEnd && between.share < threshold / 2;
  const isGood = long.calls === 0 || long.share < threshold || isOver;
  return { state: isGood ? 'good' : 'unclear', figures };
}

function figuresOf(counts: MinuteCount[], { isFailed, tellValue = shareOf(isFailed) }: ShareRule): AlertFigures {
  const { calls, failed } = sumOf(counts, isFailed);
  const value = calls === 0 ? null : tellValue(counts);
  return { value, window_minutes: windows.long, calls, affected: failed, subjects: operationsOf(counts, isFailed) };
}

const shareOf = (isFailed: ShareRule['isFailed']) => (counts: MinuteCount[]) =>
  Math.round(sumOf(counts, isFailed).share * 10_000) / 10_000;

function sumOf(counts: MinuteCount[], isFailed: ShareRule['isFailed']) {
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
