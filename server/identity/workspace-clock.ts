import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database } from '../db/schema.ts';
import type { Principal } from './principal.ts';

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
    const now = workspaceNow({ clockOffset: await readOffset(transaction, workspaceId) }, real);
    const clock_offset = move(now).getTime() - real.getTime();
    await transaction.updateTable('workspace').set({ clock_offset }).where('id', '=', workspaceId).execute();
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
    await before(transaction, workspaceNow({ clockOffset: await readOffset(transaction, workspaceId) }, real));
    await transaction.updateTable('workspace').set({ clock_offset: 0 }).where('id', '=', workspaceId).execute();
  });
}

async function readOffset(db: Database, workspaceId: string): Promise<number> {
  const { clock_offset } = await db
    .selectFrom('workspace')
    .select('clock_offset')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return clock_offset;
}
