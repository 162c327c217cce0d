import type { SqliteDatabase } from 'kysely';
import type { Database } from './schema.ts';

const readers = new WeakMap<Database, SqliteDatabase>();

/** Remembers the second, read-only connection of a SQLite database. */
export function rememberReader(db: Database, reader: SqliteDatabase): void {
  readers.set(db, reader);
}

/**
 * The read-only connection of a SQLite database, which sees what is committed and waits for nobody.
 * There is none for PostgreSQL, and none within a transaction: that has to see its own writes.
 */
export function findReader(db: Database): SqliteDatabase | undefined {
  return readers.get(db);
}
