import { type RawBuilder, sql } from 'kysely';
import { isPostgres } from './database-kind.ts';
import type { Database } from './schema.ts';

/**
 * The members of a JSON list, which is the query's next value, as rows of one column, `value`: what concerns many rows is one prepared
 * query, whatever their number. `value->>'name'` is text in both databases.
 */
export function jsonRows(db: Database): RawBuilder<unknown> {
  return isPostgres(db as never)
    ? sql`json_array_elements(cast(${''} as json)) as member (value)`
    : sql`json_each(${''}) as member`;
}
