/** How a figure compares with the same figure of the period before. */
type Comparison =
  | { kind: 'uncounted' }
  | { kind: 'same' }
  | { kind: 'more' | 'less'; difference: number /** Missing where there was nothing before. */; ratio?: number };

/** Compares two figures; null is a figure of a period in which nothing was counted. */
export function compare(now: number | null, before: number | null): Comparison {
  if (now === null || before === null) return { kind: 'uncounted' };
  if (now === before) return { kind: 'same' };
  const difference = Math.abs(now - before);
  return { kind: now > before ? 'more' : 'less', difference, ...(before > 0 && { ratio: difference / before }) };
}
