import type { Order } from '../../../dialect/sort/order.ts';
import type { Column } from './column.ts';
import { compareValues } from './compare-values.ts';
import type { ListValues } from './list-values.ts';

/** Up to so many records of one value are compared one by one to sort them by the next field. */
const fewEnough = 2000;

/**
 * The positions of a page of the matching records, in the given order and then that of creation, or the opposite (`isLastFirst`). Only
 * records of the values on the page are sorted by the next field.
 */
export function pageOfMatches(
  list: ListValues,
  matches: Uint8Array,
  order: Order,
  { offset, limit, isLastFirst = false }: { offset: number; limit: number; isLastFirst?: boolean },
): number[] {
  const [first, ...others] = order;
  const page: number[] = [];
  if (limit <= 0) return page;
  let skipped = 0;
  if (!first || others.length === 0) {
    for (const at of positions(list, matches, first, isLastFirst)) {
      if (skipped++ < offset) continue;
      if (page.push(at) === limit) break;
    }
    return page;
  }
  for (const group of groups(list, matches, first)) {
    const before = skipped;
    skipped += group.length;
    if (skipped <= offset) continue;
    const rest = { offset: Math.max(0, offset - before), limit: limit - page.length };
    page.push(...pageOfGroup(list, group, others, rest));
    if (page.length >= limit) break;
  }
  return page;
}

function pageOfGroup(
  list: ListValues,
  group: number[],
  order: Order,
  { offset, limit }: { offset: number; limit: number },
): number[] {
  if (group.length <= fewEnough) return group.sort(comparing(list, order)).slice(offset, offset + limit);
  const matches = new Uint8Array(list.length);
  for (const at of group) matches[at] = 1;
  return pageOfMatches(list, matches, order, { offset, limit });
}

/** The matching positions by one field, or by creation. */
function* positions(
  list: ListValues,
  matches: Uint8Array,
  by: Order[number] | undefined,
  isLastFirst = false,
): Generator<number> {
  const sorted = by && (list.columns.get(by.field.name) as Column).sorted(list.length);
  const [length, descending] = [list.length, by?.descending ?? isLastFirst];
  for (let index = 0; index < length; index++) {
    const place = descending ? length - 1 - index : index;
    const at = sorted ? (sorted[place] as number) : place;
    if (matches[at]) yield at;
  }
}

/** The matching positions of each value, in the order of the values. */
function* groups(list: ListValues, matches: Uint8Array, by: Order[number]): Generator<number[]> {
  const { codes } = list.columns.get(by.field.name) as Column;
  let group: number[] = [];
  for (const at of positions(list, matches, by)) {
    if (group.length > 0 && codes[at] !== codes[group[0] as number]) {
      yield group;
      group = [];
    }
    group.push(at);
  }
  if (group.length > 0) yield group;
}

function comparing(list: ListValues, order: Order): (one: number, other: number) => number {
  const keys = order.map(({ field, descending }) => {
    return { column: list.columns.get(field.name) as Column, sign: descending ? -1 : 1 };
  });
  const bySeq = keys.at(-1)?.sign ?? 1;
  return (one, other) => {
    for (const { column, sign } of keys) {
      const compared = compareValues(column.valueAt(one), column.valueAt(other));
      if (compared !== 0) return compared * sign;
    }
    return (one - other) * bySeq;
  };
}
