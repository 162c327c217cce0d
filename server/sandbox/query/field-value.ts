import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import type { Database } from '../../db/schema.ts';
import type { Comparison } from '../../dialect/filters/condition.ts';
import type { Field } from '../../dialect/filters/record-fields.ts';

/** The value of a field of `record`, as indexes store it: a number or a text, or the smallest of these where it is absent. */
export function fieldValue(db: Database, { path, kind, column }: Field): RawBuilder<unknown> {
  if (column) return sql.ref(`record.${column}`);
  return engineOf(db).fieldValue(path, kind === 'number' || kind === 'boolean' ? kind : 'text');
}

const last = '\u{10FFFF}';

/** The same value from the index with that number, by the record's row number: PostgreSQL reads JSON more slowly. */
export function lookedUp({ kind }: Field, index: number, seq: RawBuilder<unknown>): RawBuilder<unknown> {
  const column = kind === 'number' ? sql`looked.number` : sql`looked.text`;
  return sql`(select ${column} from record_field as looked where looked.index_id = ${index} and looked.seq = ${seq})`;
}

/** Compares a value of an index or of a record; an absent value is neither less nor greater. */
export function compares(
  db: Database,
  value: RawBuilder<unknown>,
  { field, operator, value: wanted }: Comparison,
): RawBuilder<SqlBool> {
  const least = field.kind === 'number' ? Number.NEGATIVE_INFINITY : '';
  switch (operator) {
    case 'eq':
      return sql`${value} = ${wanted}`;
    case 'gte':
      return sql`${value} >= ${wanted}`;
    case 'gt':
      return sql`${value} > ${wanted}`;
    case 'lte':
      return sql`(${value} <= ${wanted} and ${value} > ${least})`;
    case 'lt':
      return sql`(${value} < ${wanted} and ${value} > ${least})`;
    case 'startsWith':
      return sql`(${value} >= ${wanted} and ${value} < ${wanted + last})`;
    case 'contains':
      return engineOf(db).contains(value, wanted);
    case 'endsWith':
      return engineOf(db).endsWith(value, wanted);
  }
}

/** Whether a list of the record contains a text. */
export function holds(db: Database, { path, key }: Field, wanted: string | number): RawBuilder<SqlBool> {
  return engineOf(db).listHolds(path, String(wanted), key);
}
