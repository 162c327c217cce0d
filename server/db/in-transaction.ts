import { engineOf } from './engine.ts';
import { inGroupCommit } from './group-commit.ts';
import { behindSavepoint } from './savepoint.ts';
import type { Database } from './schema.ts';

/**
 * Runs a function atomically: in a new transaction or, within an open one, behind a savepoint. When it resolves, its changes are
 * committed, unless an outer transaction is still open.
 */
export async function inTransaction<T>(db: Database, run: (db: Database) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return engineOf(db).hasManyWriters ? db.transaction().execute(run) : inGroupCommit(db, run);
  const outcome = await behindSavepoint(db, run);
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}
