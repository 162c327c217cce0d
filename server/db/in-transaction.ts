import { isPostgres } from './database-kind.ts';
import { prepareStatement } from './prepared-query.ts';
import type { Database } from './schema.ts';
import { inSharedCommit } from './shared-commit.ts';

const save = prepareStatement('savepoint step');
const undo = prepareStatement('rollback to savepoint step');
const release = prepareStatement('release savepoint step');

/**
 * Runs all of it or nothing: in a transaction of its own or, where one is open already, behind a savepoint of that. When it resolves,
 * what it changed is committed, but for what an open transaction holds.
 */
export async function inTransaction<T>(db: Database, run: (db: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) return behindSavepoint(db, run);
  return isPostgres(db as never) ? db.transaction().execute(run) : inSharedCommit(db, run);
}

async function behindSavepoint<T>(db: Database, run: (db: Database) => Promise<T>): Promise<T> {
  await save(db);
  try {
    const result = await run(db);
    await release(db);
    return result;
  } catch (error) {
    // A savepoint outlives going back to it; nested ones of one name would pile up otherwise.
    await undo(db);
    await release(db);
    throw error;
  }
}
