import { removeActivityOf } from '../activity/retention.ts';
import { inSlices } from '../db/in-slices.ts';
import type { Database } from '../db/schema.ts';
import { clearRows } from './record-table.ts';

/** Other tables of which a workspace may have very many rows; those that hang on them go along. */
const large = ['event', 'audit_event'] as const;

/** So many workspaces are looked up at once. */
const batch = 10;

/** Removes expired workspaces and everything in them; returns their number. */
export async function removeExpiredWorkspaces(db: Database, now: Date): Promise<number> {
  for (let removed = 0; ; ) {
    const expired = db.selectFrom('workspace').select('id').where('expires_at', '<', now.toISOString());
    const ids = (await expired.orderBy('expires_at').limit(batch).execute()).map(({ id }) => id);
    for (const id of ids) await removeWorkspace(db, id);
    removed += ids.length;
    if (ids.length < batch) return removed;
  }
}

/** Removes a workspace that nobody can enter any more, and everything in it. Repeatable, should it be interrupted. */
export async function removeWorkspace(db: Database, id: string): Promise<void> {
  await clearRows(db, { workspaceId: id });
  for (const table of large) {
    const rows = db
      .selectFrom(table as 'event')
      .select('seq')
      .where('workspace_id', '=', id);
    await inSlices(async (most) => {
      const slice = db.deleteFrom(table as 'event').where('seq', 'in', rows.limit(most));
      return (await slice.executeTakeFirstOrThrow()).numDeletedRows;
    });
  }
  await db.deleteFrom('workspace').where('id', '=', id).execute();
  // Only now is nothing more written of its calls.
  await removeActivityOf(db, id);
}
