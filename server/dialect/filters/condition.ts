import type { Texts } from '../../answers/texts.ts';
import type { Field, RecordFields } from './record-fields.ts';

/** How a field is compared with a value; texts compare by their code points. */
export type Operator = 'eq' | 'gte' | 'lte' | 'gt' | 'lt' | 'contains' | 'startsWith' | 'endsWith';

export interface Comparison {
  field: Field;
  operator: Operator;
  /** A number for fields that compare as numbers, else a text; `true` and `false` for booleans. */
  value: string | number;
}

/** What the records of a list have in common; an empty `and` is kept by all, an empty `or` by none. */
export type Condition = { and: Condition[] } | { or: Condition[] } | Comparison;

/** A query string, decoded, in the order in which it was sent, with its names as they came. */
export type QueryPairs = readonly (readonly [name: string, value: string])[];

/** A convention of asking for some records of a list. */
export interface Filters {
  /** How people call it. */
  name: Texts;
  /** Refuses what it cannot understand. Names in `taken` mean something else: a page, an order, a key. */
  read(query: QueryPairs, fields: RecordFields, taken: ReadonlySet<string>): Condition;
}

export const everything: Condition = { and: [] };

/** What keeps one condition and the other. */
export function both(one: Condition, other: Condition): Condition {
  return { and: [one, other].flatMap((condition) => ('and' in condition ? condition.and : [condition])) };
}
