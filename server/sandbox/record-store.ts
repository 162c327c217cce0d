import { sql } from 'kysely';
import { prepareQuery } from '../db/prepared-query.ts';
import type { Database } from '../db/schema.ts';

/** Where a record lives. Without `parent`, look-ups and lists take the whole store. */
export interface Place {
  workspaceId: string;
  api: string;
  store: string;
  parent?: string;
}

export type RecordBody = Record<string, unknown>;

export interface StoredRecord {
  seq: number;
  id: string;
  parent: string;
  body: RecordBody;
}

const columns = ['seq', 'id', 'parent', 'body'] as const;
const anywhere: Place = { workspaceId: '', api: '', store: '' };

const insert = prepareQuery((db) =>
  db
    .insertInto('record')
    .values({ workspace_id: '', api: '', store: '', parent: '', id: '', body: '', changed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq'),
);
const find = prepareQuery((db) => at(db, anywhere).where('id', '=', '').limit(sql.lit(1)));
const findBelow = prepareQuery((db) =>
  at(db, { ...anywhere, parent: '' })
    .where('id', '=', '')
    .limit(sql.lit(1)),
);

/** Keeps a new record; gives undefined when its id is taken at this place. */
export async function insertRecord(
  db: Database,
  place: Place,
  id: string,
  body: RecordBody,
  changedAt: number | null = null,
): Promise<StoredRecord | undefined> {
  const { workspaceId, api, store, parent = '' } = place;
  const [row] = await insert(db, [workspaceId, api, store, parent, id, JSON.stringify(body), changedAt]);
  return row && { seq: row.seq, id, parent, body };
}

export async function findRecord(
  db: Database,
  { workspaceId, api, store, parent }: Place,
  id: string,
): Promise<StoredRecord | undefined> {
  const place = [workspaceId, api, store];
  const [row] = await (parent === undefined ? find(db, [...place, id]) : findBelow(db, [...place, parent, id]));
  return row && { ...row, body: JSON.parse(row.body) as RecordBody };
}

export async function findFirstRecord(db: Database, place: Place): Promise<StoredRecord | undefined> {
  const row = await at(db, place).orderBy('seq').limit(1).executeTakeFirst();
  return row && { ...row, body: JSON.parse(row.body) as RecordBody };
}

/** Changes a record, unless somebody else changed it since it was read: then nothing happens, and it gives false. */
export async function updateRecord(
  db: Database,
  { seq, body: before }: StoredRecord,
  body: RecordBody,
  changedAt: number | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('record')
    .set({ body: JSON.stringify(body), changed_at: changedAt })
    .where('seq', '=', seq)
    .where('body', '=', JSON.stringify(before))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Removes a record; gives false when it was not there any more. */
export async function deleteRecord(db: Database, { seq }: StoredRecord): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('record').where('seq', '=', seq).executeTakeFirst();
  return numDeletedRows > 0n;
}

function at(db: Database, { workspaceId, api, store, parent }: Place) {
  const query = db
    .selectFrom('record')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store);
  return parent === undefined ? query : query.where('parent', '=', parent);
}
