import type { Database } from '../../db/schema.ts';

const most = 100_000;

/** How many deliveries are still to be sent, up to 100,000. */
export async function countWaiting(db: Database): Promise<number> {
  const due = db.selectFrom('delivery').select('seq').where('due_at', 'is not', null).limit(most);
  const { count } = await db
    .selectFrom(due.as('due'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
