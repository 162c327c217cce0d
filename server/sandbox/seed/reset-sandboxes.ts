import { inTransaction } from '../../db/in-transaction.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import type { Database } from '../../db/schema.ts';
import { replaceRecords } from '../../records/put-records.ts';
import type { Sandbox } from '../../records/sandbox.ts';
import { presentSeed } from './present-seed.ts';

/** The tables with a workspace's data of an API, besides its records and the mark that it was seeded. */
const gathered = ['idempotency_key', 'delivery', 'event', 'counter', 'last_change'] as const;

/**
 * Resets sandboxes of a workspace to their seed data, in one transaction. A sandbox that was never called is seeded on its
 * first call, as usual; the others are seeded at once, since processes remember them as seeded.
 */
export async function resetSandboxes(db: Database, workspaceId: string, sandboxes: Sandbox[]): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    for (const sandbox of sandboxes) await reset({ ...sandbox, db: transaction });
  });
}

/** Resets one sandbox; the caller holds a transaction that has locked the workspace. */
export async function reset(sandbox: Sandbox): Promise<void> {
  const { api, now } = sandbox;
  await removeGathered(sandbox);
  await replaceRecords(sandbox, (await isSeeded(sandbox)) ? presentSeed(api.seed, now) : []);
}

/** Removes what a sandbox has gathered besides its records: events, idempotent responses, counters. */
export async function removeGathered({ db, api, workspaceId }: Sandbox): Promise<void> {
  for (const table of gathered)
    await db.deleteFrom(table).where('workspace_id', '=', workspaceId).where('api', '=', api.slug).execute();
}

async function isSeeded({ db, api, workspaceId }: Sandbox): Promise<boolean> {
  const row = await db
    .selectFrom('seeding')
    .select('api')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api.slug)
    .executeTakeFirst();
  return row !== undefined;
}
