import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database } from '../db/schema.ts';
import type { Principal } from './principal.ts';

const hour = 60 * 60_000;

/** The time in the caller's workspace, where `real` is the actual time. */
export function workspaceNow({ clockOffset }: Pick<Principal, 'clockOffset'>, real: Date): Date {
  return clockOffset === 0 ? real : new Date(real.getTime() + clockOffset);
}

/** Moves a workspace's clock: `move` maps its current time to the new one. Returns the new offset. */
export async function moveClock(
  db: Database,
  workspaceId: string,
  real: Date,
  move: (now: Date) => Date,
): Promise<number> {
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const before = await readClock(transaction, workspaceId);
    const clock_offset = move(workspaceNow({ clockOffset: before.clock_offset }, real)).getTime() - real.getTime();
    const at = real.getTime();
    const goesOn = before.clock_moved_at !== null && at - before.clock_moved_at < hour;
    const clock_moved_by = clock_offset - before.clock_offset + (goesOn ? before.clock_moved_by : 0);
    await transaction
      .updateTable('workspace')
      .set({ clock_offset, clock_moved_at: at, clock_moved_by })
      .where('id', '=', workspaceId)
      .execute();
    return clock_offset;
  });
}

/** Sets a workspace's clock back to real time. `before` runs first, in the same transaction. */
export async function setClockBack(
  db: Database,
  workspaceId: string,
  real: Date,
  before: (transaction: Database, now: Date) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const { clock_offset } = await readClock(transaction, workspaceId);
    await before(transaction, workspaceNow({ clockOffset: clock_offset }, real));
    await transaction
      .updateTable('workspace')
      .set({ clock_offset: 0, clock_moved_at: null, clock_moved_by: 0 })
      .where('id', '=', workspaceId)
      .execute();
  });
}

function readClock(db: Database, workspaceId: string) {
  return db
    .selectFrom('workspace')
    .select(['clock_offset', 'clock_moved_at', 'clock_moved_by'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
}
