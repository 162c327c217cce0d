import { AsyncLocalStorage } from 'node:async_hooks';
import { isUniqueViolation } from '../db/database-kind.ts';

const noted = new AsyncLocalStorage<{ error?: Error }>();

/**
 * Takes note of an error that better-auth only logs before it goes on as if the caller were at fault, or nothing had happened.
 * A unique violation is not one: it says that the caller's account exists.
 */
export function noteSwallowed(logged: unknown[]): void {
  const error = logged.find((part) => part instanceof Error && !('statusCode' in part)) as Error | undefined;
  const note = noted.getStore();
  if (note && error && !isUniqueViolation(error)) note.error ??= error;
}

/** Runs what swallows errors; throws the first one that it took note of, whatever it returned. */
export async function tellSwallowed<T>(run: () => Promise<T>): Promise<T> {
  const note: { error?: Error } = {};
  const result = await noted.run(note, run).catch((error) => {
    throw note.error ?? error;
  });
  if (note.error) throw note.error;
  return result;
}
