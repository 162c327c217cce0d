import { sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Place } from './find-record.ts';

/**
 * Draws the number of a new record; every caller gets a different one. With `aboveChosen`, it is above all numbers that callers
 * chose.
 */
export async function nextNumber(
  db: Database,
  { workspaceId, api, store }: Place,
  { aboveChosen }: { aboveChosen: boolean },
): Promise<number> {
  const drawn = aboveChosen
    ? undefined
    : await db
        .updateTable('counter')
        .set(({ eb }) => ({ value: eb('value', '+', 1) }))
        .where('workspace_id', '=', workspaceId)
        .where('api', '=', api)
        .where('store', '=', store)
        .returning('value')
        .executeTakeFirst();
  if (drawn) return drawn.value;

  const highest = await highestNumber(db, { workspaceId, api, store });
  const { value } = await db
    .insertInto('counter')
    .values({ workspace_id: workspaceId, api, store, value: highest + 1 })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'api', 'store']).doUpdateSet({
        value: sql`case when excluded.value > counter.value then excluded.value else counter.value + 1 end`,
      }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}

/** Prevents the numbers of removed records from being reused. */
export async function rememberNumbers(
  db: Database,
  { workspaceId, api, store }: Place,
  removed: string[],
): Promise<void> {
  const counter = await db
    .selectFrom('counter')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store)
    .executeTakeFirst();
  if (counter) return;
  const value = highestOf(removed, await highestNumber(db, { workspaceId, api, store }));
  await db
    .insertInto('counter')
    .values({ workspace_id: workspaceId, api, store, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function highestNumber(db: Database, { workspaceId, api, store }: Place): Promise<number> {
  const rows = await db
    .selectFrom('record')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store)
    .execute();
  return highestOf(rows.map(({ id }) => id));
}

function highestOf(ids: string[], least = 0): number {
  // Numbers beyond what counts exactly were chosen by somebody; counting does not get there.
  const numbers = ids.map(Number).filter((number) => Number.isSafeInteger(number + 1));
  return numbers.reduce((highest, number) => Math.max(highest, number), least);
}
