import { sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Place } from './record-store.ts';

/** Draws the number of a new record; no two callers draw the same. With `afresh`, beyond all that callers gave themselves. */
export async function nextNumber(
  db: Database,
  { workspaceId, api, store }: Place,
  { afresh }: { afresh: boolean },
): Promise<number> {
  const drawn = afresh
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

/** Keeps the number of a record that is about to go from being given to another. */
export async function rememberNumbers(db: Database, { workspaceId, api, store }: Place): Promise<void> {
  const counter = await db
    .selectFrom('counter')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store)
    .executeTakeFirst();
  if (counter) return;
  const value = await highestNumber(db, { workspaceId, api, store });
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
  return rows.reduce((highest, { id }) => Math.max(highest, Number(id) || 0), 0);
}
