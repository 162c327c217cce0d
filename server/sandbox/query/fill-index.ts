import { type RawBuilder, sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { Field } from '../../dialect/filters/record-fields.ts';
import type { Place } from '../../records/find-record.ts';

/** The indexes that this process is filling, by the adapter of their database. */
const filling = new WeakMap<object, Map<string, Promise<void>>>();

/**
 * Creates the index of a field over a store and resolves when it has all records. It is filled in slices of a few milliseconds, each
 * committed, so that others read and write in between; their writes keep it up to date from the start. What a process that died
 * has left is completed by the next question; several processes that fill the same index share the work.
 */
export function fillIndex(db: Database, place: Place, field: Field): Promise<void> {
  const { adapter } = db.getExecutor();
  const begun = filling.get(adapter) ?? new Map<string, Promise<void>>();
  filling.set(adapter, begun);
  const key = JSON.stringify([place.workspaceId, place.api, place.store, field.path, field.kind]);
  const running = begun.get(key) ?? fill(db, place, field).finally(() => begun.delete(key));
  begun.set(key, running);
  return running;
}

async function fill(db: Database, place: Place, field: Field): Promise<void> {
  await inTransaction(db, async (inside) => {
    // Writers that do not see the index yet end first.
    await engineOf(db).lockStore(inside, place);
    const { workspaceId: workspace_id, api, store } = place;
    const path = engineOf(db).pathText(field.path);
    await inside
      .insertInto('indexed_list')
      .values({ workspace_id, api, store, version: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await inside
      .insertInto('indexed_field')
      .values({ workspace_id, api, store, path, kind: field.kind, filled_parent: '', filled_seq: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  while (await inTransaction(db, (inside) => fillSlice(inside, place, field)));
  await engineOf(db).analyzeIndexes(db);
}

/** Adds the next records to an index; returns false when it has all. */
async function fillSlice(db: Database, place: Place, field: Field): Promise<boolean> {
  const { indexSlice, lockStore, pathText } = engineOf(db);
  await lockStore(db, place);
  const index = await db
    .selectFrom('indexed_field')
    .select(['id', 'filled_parent', 'filled_seq'])
    .where('workspace_id', '=', place.workspaceId)
    .where('api', '=', place.api)
    .where('store', '=', place.store)
    .where('path', '=', pathText(field.path))
    .where('kind', '=', field.kind)
    .executeTakeFirst();
  // The workspace may be gone, or another process was faster.
  if (!index || index.filled_parent === null) return false;
  // Two ranges of an index: SQLite compares no pair of columns with it.
  const next = (range: RawBuilder<unknown>) => sql`select parent, seq from (
    select parent, seq from record
     where workspace_id = ${place.workspaceId} and api = ${place.api} and store = ${place.store} and ${range}
     order by parent, seq limit ${indexSlice}) as range`;
  const { rows } = await sql<{ parent: string; seq: number }>`
    ${next(sql`parent = ${index.filled_parent} and seq > ${index.filled_seq}`)}
    union all ${next(sql`parent > ${index.filled_parent}`)}
    order by parent, seq limit ${indexSlice}`.execute(db);
  if (rows.length > 0) {
    const numbers = sql.join(rows.map(({ seq }) => seq));
    await sql`
      insert into record_field (index_id, parent, number, text, seq)
      select ${sql.lit(index.id)}, record.parent, ${numberAndText(db, field)}, record.seq from record
       where seq in (${numbers}) order by 3, 4, 5 on conflict do nothing`.execute(db);
  }
  const last = rows.length < indexSlice ? undefined : rows.at(-1);
  await db
    .updateTable('indexed_field')
    .set({ filled_parent: last?.parent ?? null, filled_seq: last?.seq ?? null })
    .where('id', '=', index.id)
    .execute();
  return last !== undefined;
}

/** Two columns of an entry: only one has the value. */
function numberAndText(db: Database, { path, kind }: Field) {
  const value = engineOf(db).fieldValue(path, kind as 'number' | 'boolean' | 'text');
  return kind === 'number' ? sql`${value}, ''` : sql`0, ${value}`;
}
