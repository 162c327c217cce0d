import { findFailure } from './database-failure.ts';
import { prepareStatement } from './prepared-query.ts';
import type { Database } from './schema.ts';

/** The outcome of a run, to be reported later. */
export type Outcome<T> = { value: T } | { error: unknown };

const save = prepareStatement('savepoint step');
const undo = prepareStatement('rollback to savepoint step');
const release = prepareStatement('release savepoint step');

/**
 * Runs a step of an open transaction, and rolls it back if it fails. Throws only if the transaction itself is lost, as when SQLite
 * rolls back on a full disk.
 */
export async function behindSavepoint<T>(
  transaction: Database,
  run: (transaction: Database) => Promise<T>,
): Promise<Outcome<T>> {
  await save(transaction);
  let outcome: Outcome<T>;
  try {
    outcome = { value: await run(transaction) };
  } catch (error) {
    outcome = { error };
  }
  if ('error' in outcome) {
    const { error } = outcome;
    // Where the transaction is lost, its cause is what to tell, not the missing savepoint.
    await undo(transaction).catch((lost) => {
      throw findFailure(error) ? error : lost;
    });
  }
  // A savepoint survives a rollback to it; without a release, nested ones with the same name would pile up.
  await release(transaction);
  return outcome;
}
