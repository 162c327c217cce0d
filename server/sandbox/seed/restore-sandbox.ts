import type { Find } from '../../dialect/profile.ts';
import { type KeptRecord, restoreRecords } from '../../records/put-records.ts';
import type { Sandbox } from '../../records/sandbox.ts';
import { removeGathered } from './reset-sandboxes.ts';

/** What a sandbox was elsewhere: its records in sets, in the order of their creation, and the last numbers of its stores. */
export interface KeptSandbox {
  counters: { store: string; value: number }[];
  sets: Iterable<KeptRecord[]>;
  /** Finds any of its records. */
  find: Find;
}

/**
 * Replaces all that a sandbox has by what it was elsewhere; returns how many records that are. The caller holds a transaction that
 * has locked the workspace.
 */
export async function restoreSandbox(sandbox: Sandbox, { counters, sets, find }: KeptSandbox): Promise<number> {
  const { db, api, workspaceId, now } = sandbox;
  const place = { workspace_id: workspaceId, api: api.slug };
  // A first call that seeds the sandbox now waits here, and then leaves it alone.
  await db
    .insertInto('seeding')
    .values({ ...place, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await removeGathered(sandbox);
  const restored = await restoreRecords(sandbox, sets, find);
  for (const counter of counters)
    await db
      .insertInto('counter')
      .values({ ...place, ...counter })
      .execute();
  return restored;
}
