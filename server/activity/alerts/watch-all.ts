import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from '../../db/schema.ts';
import { watchWorkspace } from './watch-workspace.ts';
import { watchedWorkspaces } from './watched-workspaces.ts';
import { type LetterOptions, writeAlertLetters } from './write-letters.ts';

interface WatchOptions extends LetterOptions {
  onError: (error: unknown) => void;
}

/** Judges the rules of all workspaces where they may have something to tell, one after the other, then writes the letters. */
export async function watchAll(db: Database, real: Date, { onError, ...options }: WatchOptions): Promise<void> {
  for await (const id of watchedWorkspaces(db, real)) {
    // One workspace that cannot be judged does not keep the others from it.
    await watchWorkspace(db, id, real).catch(onError);
    await turn();
  }
  await writeAlertLetters(db, options);
}

/** Incidents that are over are kept for so many days. */
const keptDays = 90;

/** Removes incidents that were over long ago. */
export async function removeOldIncidents(db: Database, real: Date): Promise<void> {
  const before = new Date(real.getTime() - keptDays * 24 * 60 * 60_000).toISOString();
  await db.deleteFrom('alert_incident').where('resolved_at', '<', before).execute();
}
