import { sql } from 'kysely';
import { inTransaction } from '../db/in-transaction.ts';
import type { Database } from '../db/schema.ts';

const day = 24 * 60 * 60 * 1000;

/** So many events are looked at in one transaction, which others wait for on SQLite; PostgreSQL ends statements that take long. */
const slice = 500;

/** After so many slices of young events the walk ends: some events are from a time when their workspace's clock was ahead. */
const maxYoung = 20;

/**
 * Removes events older than this many days by their workspace's clock, with their deliveries and attempts, unless still waiting.
 * Real time grows with the events' numbers, so the oldest come first and the walk ends among young ones; the few workspaces that
 * have moved their clocks are looked through one by one.
 */
export async function removeOldEvents(db: Database, real: Date, days: number): Promise<number> {
  const oldest = (offset: number) => new Date(real.getTime() + offset - days * day).toISOString();
  let removed = await removeInSlices(db, oldest(0));
  const moved = db.selectFrom('workspace').select(['id', 'clock_offset']).where('clock_offset', '<>', 0);
  for (const { id, clock_offset } of await moved.execute())
    removed += await removeInSlices(db, oldest(clock_offset), id);
  return removed;
}

/** Walks through the events of one workspace, or of all whose clock is the real one. */
async function removeInSlices(db: Database, oldest: string, workspaceId?: string): Promise<number> {
  let removed = 0;
  let young = 0;
  for (let last = 0; ; ) {
    const events = await db
      .selectFrom('event')
      .innerJoin('workspace', 'workspace.id', 'event.workspace_id')
      .select(['event.seq', 'event.created_at', 'workspace.clock_offset'])
      .where('event.seq', '>', last)
      .$if(workspaceId !== undefined, (query) => query.where('event.workspace_id', '=', workspaceId as string))
      .orderBy('event.seq')
      .limit(slice)
      .execute();
    const own = events.filter(({ clock_offset }) => workspaceId !== undefined || clock_offset === 0);
    const old = own.filter(({ created_at }) => created_at < oldest).map(({ seq }) => seq);
    if (old.length > 0) removed += await inTransaction(db, (inside) => remove(inside, old));
    young = old.length > 0 ? 0 : young + 1;
    if (events.length < slice || young === maxYoung) return removed;
    last = events.at(-1)?.seq ?? last;
  }
}

async function remove(db: Database, seqs: number[]): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('event')
    .where('seq', 'in', seqs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery')
            .select(sql.lit(1).as('one'))
            .whereRef('delivery.event_id', '=', 'event.id')
            .where('delivery.due_at', 'is not', null),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
