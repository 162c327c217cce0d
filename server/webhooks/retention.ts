import type { Database } from '../db/schema.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Removes events older than this many days by their workspace's clock, with their deliveries and attempts, unless still
 * waiting.
 */
export async function removeOldEvents(db: Database, real: Date, days: number): Promise<number> {
  const offsets = await db.selectFrom('workspace').select('clock_offset').distinct().execute();
  let removed = 0;
  for (const { clock_offset } of offsets) {
    const oldest = new Date(real.getTime() + clock_offset - days * day).toISOString();
    const { numDeletedRows } = await db
      .deleteFrom('event')
      .where('created_at', '<', oldest)
      .where('workspace_id', 'in', (eb) =>
        eb.selectFrom('workspace').select('workspace.id').where('clock_offset', '=', clock_offset),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('delivery')
              .select('delivery.seq')
              .whereRef('delivery.event_id', '=', 'event.id')
              .where('delivery.due_at', 'is not', null),
          ),
        ),
      )
      .executeTakeFirstOrThrow();
    removed += Number(numDeletedRows);
  }
  return removed;
}
