import type { Texts } from '../../answers/texts.ts';
import type { QueryPairs } from '../filters/condition.ts';
import type { Field, RecordFields } from '../filters/record-fields.ts';

/** In which order records come: by the first field, among equals by the next; the last word is the order of creation. */
export type Order = { field: Field; descending: boolean }[];

/** A convention of asking for an order. */
export interface Sort {
  /** How people call it. */
  name: Texts;
  /** The names of its query parameters, which are no filters. */
  parameters: string[];
  /** Refuses fields that records do not have. */
  read(query: QueryPairs, fields: RecordFields): Order;
}

/** The order in one word, by which a cursor knows that it is still asked about the same list. */
export function nameOfOrder(order: Order): string {
  return order.map(({ field, descending }) => (descending ? '-' : '') + field.name).join(',');
}
