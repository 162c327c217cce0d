import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { isPostgres } from '../../db/database-kind.ts';
import type { Database } from '../../db/schema.ts';
import type { Comparison } from '../../dialect/filters/condition.ts';
import type { Field } from '../../dialect/filters/record-fields.ts';

/** What the indexes of this database call a field. */
export function pathText(db: Database, path: string[]): string {
  const quoted = path.map((segment) => JSON.stringify(segment));
  return isPostgres(db as never) ? `{${quoted.join(',')}}` : `$.${quoted.join('.')}`;
}

/** The value of a field of `record`, as indexes hold it: a number, or a text, and the least of them where it is absent. */
export function fieldValue(db: Database, { path, kind, column }: Field): RawBuilder<unknown> {
  if (column) return sql.ref(`record.${column}`);
  const at = pathText(db, path);
  if (isPostgres(db as never)) {
    const text = sql`(record.body::jsonb #>> ${at}::text[])`;
    return kind === 'number' ? sql`number_of(${text})` : sql`coalesce(${text}, '') collate "C"`;
  }
  const value = sql`(record.body ->> ${at})`;
  if (kind === 'number') return sql`coalesce(cast(${value} as real), -9e999)`;
  if (kind === 'boolean') return sql`case ${value} when 1 then 'true' when 0 then 'false' else '' end`;
  return sql`coalesce(cast(${value} as text), '')`;
}

const last = '\u{10FFFF}';

/** The same value, looked up in the index of that number by the record's own number: PostgreSQL reads JSON more slowly. */
export function lookedUp({ kind }: Field, index: number, seq: RawBuilder<unknown>): RawBuilder<unknown> {
  const column = kind === 'number' ? sql`looked.number` : sql`looked.text`;
  return sql`(select ${column} from record_field as looked where looked.index_id = ${index} and looked.seq = ${seq})`;
}

/** Compares a value, be it of an index or of a record; what is absent is neither less nor more. */
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
      return isPostgres(db as never) ? sql`strpos(${value}, ${wanted}) > 0` : sql`instr(${value}, ${wanted}) > 0`;
    case 'endsWith':
      return isPostgres(db as never)
        ? sql`right(${value}, length(${wanted}::text)) = ${wanted}`
        : sql`substr(${value}, -length(${wanted})) = ${wanted}`;
  }
}

/** Whether a list of the record holds a text. */
export function holds(db: Database, { path }: Field, wanted: string | number): RawBuilder<SqlBool> {
  const at = pathText(db, path);
  if (isPostgres(db as never))
    return sql`coalesce(record.body::jsonb #> ${at}::text[] @> to_jsonb(${String(wanted)}::text), false)`;
  return sql`exists (select 1 from json_each(record.body, ${at}) where cast(value as text) = ${String(wanted)})`;
}
