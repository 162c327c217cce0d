import { sql } from 'kysely';
import type { Database } from './schema.ts';

/** Runs all of it or nothing: in a transaction of its own or, where one is open already, behind a savepoint of that. */
export async function inTransaction<T>(db: Database, run: (db: Database) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return db.transaction().execute(run);
  await sql`savepoint step`.execute(db);
  try {
    const result = await run(db);
    await sql`release savepoint step`.execute(db);
    return result;
  } catch (error) {
    // A savepoint outlives going back to it; nested ones of one name would pile up otherwise.
    await sql`rollback to savepoint step`.execute(db);
    await sql`release savepoint step`.execute(db);
    throw error;
  }
}
