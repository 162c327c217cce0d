import type { OwnTexts } from '../../answers/texts.ts';
import type { QueryPairs } from '../filters/condition.ts';
import type { Field, RecordFields } from '../filters/record-fields.ts';

/** A sort order: by the first field, then the next; ties are sorted by creation. */
export type Order = { field: Field; descending: boolean }[];

/** A sort convention. */
export interface Sort {
  /** A name for people. */
  name: OwnTexts;
  /** Its query parameters, which are not filters. */
  parameters: string[];
  /** Refuses unknown fields. */
  read(query: QueryPairs, fields: RecordFields): Order;
}

/** The order as text, by which a cursor detects that the order has changed. */
export function nameOfOrder(order: Order): string {
  return order.map(({ field, descending }) => (descending ? '-' : '') + field.name).join(',');
}
