import type { EndingCredential } from './ending-credentials.ts';
import { mostSubjects, type Verdict } from './figures.ts';

const day = 24 * 60 * 60_000;

/** Judges whether keys, or previous secrets of clients, are about to end. */
export function judgeCredentials(credentials: EndingCredential[], days: number, now: number): Verdict {
  const ending = credentials
    .filter(({ begins_at, ends_at, isReplaced }) => {
      const [begin, end] = [Date.parse(begins_at), Date.parse(ends_at)];
      return end > now && end - now <= noticeOf(end - begin, days, isReplaced);
    })
    .sort((a, b) => (a.ends_at < b.ends_at ? -1 : 1));
  const [first] = ending;
  const figures = {
    value: first ? Math.round(((Date.parse(first.ends_at) - now) / day) * 10) / 10 : null,
    window_minutes: null,
    calls: null,
    affected: ending.length,
    subjects: ending
      .slice(0, mostSubjects)
      .map(({ type, id, name, ends_at }) => ({ type, id, name: name || null, count: null, ends_at })),
  };
  return { state: ending.length > 0 ? 'bad' : 'good', figures };
}

/** How long before its end a credential is told of: that one for a few hours ends soon is what was wanted. */
function noticeOf(life: number, days: number, isReplaced: boolean): number {
  if (life >= 2 * days * day && !isReplaced) return days * day;
  return life >= 2 * day ? day : 0;
}
