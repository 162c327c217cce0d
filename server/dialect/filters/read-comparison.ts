import { type Issue, queryIssue } from '../../answers/issue.ts';
import { type TimeFormat, universalTime } from '../times.ts';
import type { Comparison, Operator } from './condition.ts';
import type { Field, RecordFields } from './record-fields.ts';

/** A comparison as the caller wrote it. */
export interface Asked {
  name: string;
  operator: Operator;
  value: string;
}

export type ReadComparison = { comparison: Comparison; issue?: undefined } | { comparison?: undefined; issue: Issue };

/** Resolves the field and type of a comparison, or returns an issue. */
export function readComparison(fields: RecordFields, { name, operator, value }: Asked): ReadComparison {
  const field = fields.find(name);
  if (!field || field.kind === 'object' || (field.kind === 'list' && operator !== 'eq'))
    return { issue: unknownField(name) };
  const rule = ruleBroken(field, operator, value);
  if (rule) return { issue: issueOf(name, ...rule) };
  return { comparison: compare(field, operator, value, fields.times) };
}

/** A parameter that is no field of the records. */
export function unknownField(name: string): Issue {
  return issueOf(name, 'unknownField', {});
}

function issueOf(name: string, keyword: string, params: Issue['params']): Issue {
  return queryIssue(name, keyword, params, 'cannot be compared');
}

const textOperators = new Set<Operator>(['contains', 'startsWith', 'endsWith']);

/** The rule of the field that a value breaks (type, enum or format), if any. */
function ruleBroken(
  { kind, values, format }: Field,
  operator: Operator,
  value: string,
): [string, Issue['params']] | undefined {
  // Addresses cannot have it; PostgreSQL refuses it in texts.
  if (value.includes('\0')) return ['pattern', { pattern: '^[^\\0]*$' }];
  // A number has no letters to look for.
  if (kind === 'number' && textOperators.has(operator)) return ['unknownField', {}];
  if (kind === 'number' && !isNumber(value)) return ['type', { type: 'number' }];
  if (kind === 'boolean' && !/^(true|false)$/.test(value)) return ['type', { type: 'boolean' }];
  if (operator === 'eq' && values && !values.some((allowed) => String(allowed) === value)) {
    return ['enum', { allowedValues: values.filter((allowed) => allowed !== null) }];
  }
  const isTime = format === 'date' || format === 'date-time' || format === 'date-or-minute';
  return isTime && !/^\d{4}(-\d\d(-\d\d([T ]\d\d(:\d\d.*)?)?)?)?$/.test(value) ? ['format', { format }] : undefined;
}

/** Whether a query value is a finite number. */
function isNumber(value: string): boolean {
  return /^[+ -]?\d+(\.\d+)?$/.test(value) && Number.isFinite(Number(value));
}

const zoned = /(Z|[+ -]\d\d:\d\d)$/i;

/** Rewrites a time that has a zone in the one of the API, as exactly as it was written. */
function inZoneOf(times: TimeFormat, moment: string): string {
  const zone = moment.length > 16 || /Z$/i.test(moment) ? zoned.exec(moment)?.[0] : undefined;
  // An unencoded plus arrives as a space, and so as a T.
  const at = zone ? Date.parse(moment.slice(0, -zone.length) + zone.replace(' ', '+')) : Number.NaN;
  return Number.isNaN(at) ? moment : times.write(new Date(at));
}

const last = '\u{10FFFF}';

/**
 * For a date-time field, a date covers all of its hours: `created_at<=2026-11-03` includes that day. A time with a zone is
 * compared in the API's own, and one without it is taken to be in the API's.
 */
function compare(field: Field, operator: Operator, value: string, times = universalTime): Comparison {
  if (field.kind === 'number') return { field, operator, value: Number(value) };
  if (field.format !== 'date-time' && field.format !== 'date-or-minute') return { field, operator, value };
  const moment = inZoneOf(times, value.replace(' ', 'T'));
  if (operator === 'eq') return { field, operator: 'startsWith', value: moment };
  return { field, operator, value: operator === 'lte' || operator === 'gt' ? moment + last : moment };
}
