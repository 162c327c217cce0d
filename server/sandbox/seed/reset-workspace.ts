import { inTransaction } from '../../db/in-transaction.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import type { Database } from '../../db/schema.ts';
import type { ServedApi } from '../served-api.ts';
import { insertSeed } from './ensure-seeded.ts';

/** What a workspace gathers of an API besides the mark that it was given the seed data. */
const gathered = ['record', 'unique_value', 'idempotency_key', 'delivery', 'event', 'counter', 'last_change'] as const;

/**
 * Brings a workspace back to the seed data of these APIs, all at once or not at all. Those that it has never touched get theirs
 * at the first touch, as ever; the others at once, so that nobody who remembers that they are there is wrong.
 */
export async function resetWorkspace(db: Database, apis: ServedApi[], workspaceId: string): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    for (const api of apis) {
      for (const table of gathered)
        await transaction
          .deleteFrom(table)
          .where('workspace_id', '=', workspaceId)
          .where('api', '=', api.slug)
          .execute();
      if (await isSeeded(transaction, api, workspaceId)) await insertSeed(transaction, api, workspaceId);
    }
  });
}

async function isSeeded(db: Database, { slug }: ServedApi, workspaceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('seeding')
    .select('api')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', slug)
    .executeTakeFirst();
  return row !== undefined;
}
