import { engineOf } from './engine.ts';
import { behindSavepoint } from './savepoint.ts';
import type { Database } from './schema.ts';
import { inSharedCommit } from './shared-commit.ts';

/**
 * Runs all of it or nothing: in a transaction of its own or, where one is open already, behind a savepoint of that. When it resolves,
 * what it changed is committed, but for what an open transaction holds.
 */
export async function inTransaction<T>(db: Database, run: (db: Database) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return engineOf(db).hasManyWriters ? db.transaction().execute(run) : inSharedCommit(db, run);
  const outcome = await behindSavepoint(db, run);
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}
