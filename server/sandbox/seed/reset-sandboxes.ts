import { inTransaction } from '../../db/in-transaction.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import type { Database } from '../../db/schema.ts';
import { replaceRecords } from '../../records/put-records.ts';
import type { Sandbox } from '../../records/sandbox.ts';

/** What a workspace gathers of an API besides records and the mark that it was given the seed data. */
const gathered = ['idempotency_key', 'delivery', 'event', 'counter', 'last_change'] as const;

/**
 * Brings sandboxes of a workspace back to their seed data, all at once or not at all. Those that were never called get theirs at
 * the first call, as ever; the others at once, so that whoever remembers that it is there is right.
 */
export async function resetSandboxes(db: Database, workspaceId: string, sandboxes: Sandbox[]): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    for (const sandbox of sandboxes) await reset({ ...sandbox, db: transaction });
  });
}

async function reset(sandbox: Sandbox): Promise<void> {
  const { db, api, workspaceId } = sandbox;
  for (const table of gathered)
    await db.deleteFrom(table).where('workspace_id', '=', workspaceId).where('api', '=', api.slug).execute();
  await replaceRecords(sandbox, (await isSeeded(sandbox)) ? api.seed : []);
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
