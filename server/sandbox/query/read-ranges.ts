import type { Comparison, QueryPairs } from '../../dialect/filters/condition.ts';
import { readComparison } from '../../dialect/filters/read-comparison.ts';
import type { Field, RecordFields } from '../../dialect/filters/record-fields.ts';
import type { RangeFilter } from '../../plan/infer-ranges.ts';

/** A moment this late, in seconds, is one in milliseconds. */
const latestSeconds = 100_000_000_000;

/** The bounds that a request sets, each in the form that the records have. */
export function readRanges(
  ranges: RangeFilter[],
  { asked, query, fields }: { asked: Record<string, unknown>; query: QueryPairs; fields: RecordFields },
): Comparison[] {
  return ranges.flatMap(({ parameter, part, property, operator }): Comparison[] => {
    const field = fields.find(property);
    const value = valueOfBound(asked, query, parameter, part);
    if (!field || field.kind === 'list' || field.kind === 'object' || value === '') return [];
    const { comparison } = readComparison(fields, { name: field.name, operator, value: inFormOf(field, value) });
    return comparison ? [comparison] : [];
  });
}

function valueOfBound(asked: Record<string, unknown>, query: QueryPairs, parameter: string, part?: string): string {
  const name = part === undefined ? parameter : `${parameter}[${part}]`;
  const sent = query.find(([each]) => each === name)?.[1];
  if (sent !== undefined) return sent;
  const own = asked[parameter];
  const value = part === undefined ? own : (own as Record<string, unknown> | undefined)?.[part];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A moment as seconds where the records count them, and as text where they write it. */
function inFormOf({ kind, format = '' }: Field, value: string): string {
  const isCount = /^\d{9,14}$/.test(value);
  if (kind === 'number' && !isCount) {
    const moment = /^\d{4}-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(moment) ? value : String(Math.floor(moment / 1000));
  }
  if (kind === 'text' && isCount && format.startsWith('date')) {
    const moment = Number(value);
    return new Date(moment < latestSeconds ? moment * 1000 : moment).toISOString();
  }
  return value;
}
