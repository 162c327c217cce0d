import type { Database } from '../../db/schema.ts';
import { shiftDueTimes } from '../record-table.ts';

/** Postpones all waiting steps of a workspace's records by a number of milliseconds; a negative number advances them. */
export async function postponeSteps(db: Database, workspaceId: string, by: number): Promise<void> {
  await shiftDueTimes(db, workspaceId, by);
}
