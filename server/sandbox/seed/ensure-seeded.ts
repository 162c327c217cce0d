import { inTransaction } from '../../db/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { readStamp } from '../last-change.ts';
import { insertRecord } from '../record-store.ts';
import type { ServedApi } from '../served-api.ts';
import { claimUniqueValues } from '../unique-values.ts';

/** Gives a workspace an API's seed data when it first touches that API; two requests at once seed it once. */
export function createSeeder(db: Database, now: () => Date): (api: ServedApi, workspaceId: string) => Promise<void> {
  const done = new Map<string, Promise<void>>();
  return (api, workspaceId) => {
    const key = `${workspaceId} ${api.slug}`;
    let seeding = done.get(key);
    if (!seeding) {
      if (done.size >= 50_000) done.clear();
      seeding = seed(db, api, workspaceId, now());
      done.set(key, seeding);
      seeding.catch(() => done.delete(key));
    }
    return seeding;
  };
}

async function seed(db: Database, api: ServedApi, workspaceId: string, now: Date): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('seeding')
      .values({ workspace_id: workspaceId, api: api.slug, created_at: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (!numInsertedOrUpdatedRows) return;
    await insertSeed(transaction, api, workspaceId);
  });
}

/** Puts an API's seed records into a workspace that has none of that API. */
export async function insertSeed(transaction: Database, api: ServedApi, workspaceId: string): Promise<void> {
  for (const { store, parent, id, body } of api.seed) {
    const place = { workspaceId, api: api.slug, store, parent };
    await insertRecord(transaction, place, id, body, readStamp(api, body));
    await claimUniqueValues(transaction, place, api.profile.resources?.[store]?.unique ?? [], id, body);
  }
}
