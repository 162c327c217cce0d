import { inTransaction } from '../../db/in-transaction.ts';
import { putRecords } from '../../records/put-records.ts';
import type { Sandbox } from '../../records/sandbox.ts';
import { presentSeed } from './present-seed.ts';

/** Seeds a sandbox on its first call; simultaneous requests seed it once. */
export type Seeder = (sandbox: Sandbox) => Promise<void>;

/** How many sandboxes are remembered as seeded; past that, the database is asked again. */
const capacity = 50_000;

export function createSeeder(): Seeder {
  const done = new Map<string, Promise<void>>();
  return (sandbox) => {
    const key = `${sandbox.workspaceId} ${sandbox.api.slug}`;
    let seeding = done.get(key);
    if (!seeding) {
      if (done.size >= capacity) done.clear();
      seeding = seed(sandbox);
      done.set(key, seeding);
      seeding.catch(() => done.delete(key));
    }
    return seeding;
  };
}

async function seed(sandbox: Sandbox): Promise<void> {
  const { db, api, workspaceId, now } = sandbox;
  await inTransaction(db, async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('seeding')
      .values({ workspace_id: workspaceId, api: api.slug, created_at: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows) await putRecords({ ...sandbox, db: transaction }, presentSeed(api.seed, now));
  });
}
