import type { OwnTexts } from '../../answers/texts.ts';
import type { Field, RecordFields } from './record-fields.ts';

/** A comparison operator; texts are compared by code point. */
export type Operator = 'eq' | 'gte' | 'lte' | 'gt' | 'lt' | 'contains' | 'startsWith' | 'endsWith';

export interface Comparison {
  field: Field;
  operator: Operator;
  /** A number for numeric fields, else a text; `true` or `false` for booleans. */
  value: string | number;
}

/** A condition on records; all match an empty `and`, none match an empty `or`. */
export type Condition = { and: Condition[] } | { or: Condition[] } | Comparison;

/** The decoded parameters of a query string, in order. */
export type QueryPairs = readonly (readonly [name: string, value: string])[];

/** A filter convention. */
export interface Filters {
  /** A name for people. */
  name: OwnTexts;
  /** Refuses what it cannot parse. Names in `taken` have another meaning: a page, an order, a key. */
  read(query: QueryPairs, fields: RecordFields, taken: ReadonlySet<string>): Condition;
}

export const everything: Condition = { and: [] };

/** The conjunction of two conditions. */
export function both(one: Condition, other: Condition): Condition {
  return { and: [one, other].flatMap((condition) => ('and' in condition ? condition.and : [condition])) };
}
