import type { Database } from '../../db/schema.ts';
import { shiftDueTimes } from '../record-table.ts';

/** Lets all steps that records of a workspace wait for come later by so many milliseconds, or sooner by a negative number. */
export async function postponeSteps(db: Database, workspaceId: string, by: number): Promise<void> {
  await shiftDueTimes(db, workspaceId, by);
}
