import { createGiveWay } from '../db/give-way.ts';
import type { Database } from '../db/schema.ts';

/** Tables of which a workspace may have very many rows; those that hang on them go along. */
const large = ['record', 'event', 'audit_event'] as const;

/** How many rows are removed by one statement: each is committed, and others get a turn in between. */
const atOnce = 500;

/** Removes a workspace that nobody can enter any more, and everything in it. Repeatable, should it be interrupted. */
export async function removeWorkspace(db: Database, id: string): Promise<void> {
  // Entry by entry, the indexes of its lists would take longer.
  for (const table of ['indexed_field', 'indexed_list'] as const)
    await db.deleteFrom(table).where('workspace_id', '=', id).execute();
  const giveWay = createGiveWay();
  for (const table of large) {
    const rows = db
      .selectFrom(table as 'event')
      .select('seq')
      .where('workspace_id', '=', id)
      .limit(atOnce);
    for (let left = true; left; await giveWay()) {
      const { numDeletedRows } = await db
        .deleteFrom(table as 'event')
        .where('seq', 'in', rows)
        .executeTakeFirstOrThrow();
      left = numDeletedRows === BigInt(atOnce);
    }
  }
  await db.deleteFrom('workspace').where('id', '=', id).execute();
}
