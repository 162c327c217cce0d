import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/**
 * PostgreSQL reads JSON slowly, so a record's field is looked up in the field's index, by record number. `number_of` becomes a
 * function that is not inlined, because inlining it read the same JSON three times.
 */
export async function indexByNumber(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  if (kind !== 'postgres') return;
  await sql`create index record_field_by_seq on record_field (index_id, seq) include (number, text)`.execute(db);
  await sql`create or replace function number_of(value text) returns double precision
    language plpgsql immutable parallel safe as $$
    begin
      if value ~ '^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$' then return value::double precision; end if;
      return '-infinity';
    end $$`.execute(db);
}
