import type { Comparison, Condition } from '../../../dialect/filters/condition.ts';
import type { Mark } from '../../../dialect/pagination/pager.ts';
import type { Order } from '../../../dialect/sort/order.ts';
import { soleField, termsOf } from '../term-tests.ts';
import type { Column } from './column.ts';
import type { Value } from './compare-values.ts';
import type { ListValues } from './list-values.ts';

/** One for each position, where a record of this parent (or of any) meets the condition. */
export function matchRecords(list: ListValues, parent: string | undefined, condition: Condition): Uint8Array {
  const matches = list.present.slice(0, list.length);
  if (parent !== undefined) {
    const code = list.parents.codeOf(parent);
    const { codes } = list.parents;
    for (let at = 0; at < matches.length; at++) if (codes[at] !== code) matches[at] = 0;
  }
  for (const term of termsOf(condition)) keep(matches, test(list, term));
  return matches;
}

/** Leaves only the records behind a cursor: as `behind` of the SQL statement, key by key. */
export function keepBehind(
  list: ListValues,
  matches: Uint8Array,
  { order, isLastFirst }: { order: Order; isLastFirst: boolean },
  mark: Mark,
): void {
  const keys = order.map(({ field, descending }, index) => {
    const column = list.columns.get(field.name) as Column;
    const wanted = mark.keys[index] as Value;
    const [ranking, before, same] = [column.ranking(), column.placeOf(wanted), column.codeOf(wanted)];
    const signs = new Int8Array(ranking.length).fill(descending ? -1 : 1);
    for (let place = 0; place < before; place++) signs[ranking[place] as number] = descending ? 1 : -1;
    if (same !== undefined) signs[same] = 0;
    return { codes: column.codes, signs };
  });
  const bySeq = isLastFirst ? -1 : 1;
  for (let at = 0; at < matches.length; at++) {
    if (!matches[at]) continue;
    let sign = 0;
    for (const { codes, signs } of keys) {
      sign = signs[codes[at] as number] as number;
      if (sign !== 0) break;
    }
    if (sign === 0) sign = ((list.seqs[at] as number) - mark.seq) * bySeq;
    if (sign <= 0) matches[at] = 0;
  }
}

function test(list: ListValues, term: Condition): Uint8Array {
  const field = soleField(term);
  if (field) {
    const column = list.columns.get(field.name) as Column;
    const passing = passes(column, term);
    const { codes } = column;
    const matches = new Uint8Array(list.length);
    for (let at = 0; at < matches.length; at++) matches[at] = passing[codes[at] as number] as number;
    return matches;
  }
  const matches = new Uint8Array(list.length);
  if ('and' in term) {
    matches.fill(1);
    for (const part of term.and) keep(matches, test(list, part));
  } else if ('or' in term) for (const part of term.or) add(matches, test(list, part));
  return matches;
}

/** One for each of a column's values that meets a condition on it alone. */
function passes(column: Column, term: Condition): Uint8Array {
  const passing = new Uint8Array(column.values.length);
  if ('and' in term) {
    passing.fill(1);
    for (const part of term.and) keep(passing, passes(column, part));
  } else if ('or' in term) {
    for (const part of term.or) add(passing, passes(column, part));
  } else if (term.operator === 'eq') {
    const code = column.codeOf(term.value);
    if (code !== undefined) passing[code] = 1;
  } else if (term.operator === 'contains' || term.operator === 'endsWith') {
    const [{ values }, wanted, { operator }] = [column, String(term.value), term];
    for (let code = 0; code < values.length; code++) {
      const text = String(values[code]);
      if (operator === 'contains' ? text.includes(wanted) : text.endsWith(wanted)) passing[code] = 1;
    }
  } else {
    const [from, to] = rangeOf(column, term);
    for (const code of column.ranking().subarray(from, to)) passing[code] = 1;
  }
  return passing;
}

/** The part of a column's ranking that meets a comparison, as `compares` of the SQL statements has it. */
function rangeOf(column: Column, { operator, value }: Comparison): [from: number, to: number] {
  const [before, upTo] = [column.placeOf(value), column.placeOf(value) + (column.codeOf(value) === undefined ? 0 : 1)];
  // An absent value, the least, is neither less nor greater.
  const absent = typeof value === 'number' ? Number.NEGATIVE_INFINITY : '';
  const first = column.codeOf(absent) === undefined ? 0 : 1;
  if (operator === 'gte') return [before, column.values.length];
  if (operator === 'gt') return [upTo, column.values.length];
  if (operator === 'startsWith') return [before, column.placeOf(`${value}\u{10FFFF}`)];
  return [first, Math.max(first, operator === 'lte' ? upTo : before)];
}

function keep(matches: Uint8Array, others: Uint8Array): void {
  for (let at = 0; at < matches.length; at++) (matches[at] as number) &= others[at] as number;
}

function add(matches: Uint8Array, others: Uint8Array): void {
  for (let at = 0; at < matches.length; at++) (matches[at] as number) |= others[at] as number;
}
