import { setTimeout as wait } from 'node:timers/promises';
import { findFailure } from './database-failure.ts';

/** In milliseconds: how often a failing database is tried. */
const pause = 500;

/**
 * Runs a repeatable write again for as long as the database fails; other errors, and the failure at which `ending` is or becomes
 * aborted, are thrown.
 */
export async function outlast<T>(write: () => Promise<T>, ending: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!findFailure(error)) throw error;
      await wait(pause, undefined, { signal: ending }).catch(() => {
        throw error;
      });
    }
  }
}
