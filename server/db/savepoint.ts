import { prepareStatement } from './prepared-query.ts';
import type { Database } from './schema.ts';

/** How something ended that is told of later. */
export type Outcome<T> = { value: T } | { error: unknown };

const save = prepareStatement('savepoint step');
const undo = prepareStatement('rollback to savepoint step');
const release = prepareStatement('release savepoint step');

/**
 * Runs a step of an open transaction, and undoes it where it fails. Throws only when the whole transaction is lost, as SQLite does by
 * itself when a disk is full.
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
  if ('error' in outcome) await undo(transaction);
  // A savepoint outlives going back to it; nested ones of one name would pile up otherwise.
  await release(transaction);
  return outcome;
}
