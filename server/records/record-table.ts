import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { parseExactly } from '../../wire/exact-json.ts';
import { engineOf } from '../db/engine.ts';
import { inSlices } from '../db/in-slices.ts';
import { prepareQuery } from '../db/prepared-query.ts';
import type { Database, Tables } from '../db/schema.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import type { Place, StoredRecord } from './find-record.ts';

// The only statements that write the table `record`. They apply no rules: use `createRecord`, `changeRecord` and the like.

/** A record about to be written. */
export interface Row {
  body: RecordBody;
  /** The timestamp of its last change, in microseconds since 1970, where its API shows it. */
  changedAt?: number | null;
  /** When its next step is due, in milliseconds since 1970, and the request that caused it. Unchanged if left out. */
  due?: { at: number | null; requestId: string | null };
}

interface NewRow extends Required<Place> {
  id: string;
  body: string;
  changedAt: number | null;
  dueAt: number | null;
  requestId: string | null;
}

const insert = prepareQuery<NewRow, { seq: number }>((db, row) =>
  db
    .insertInto('record')
    .values({
      workspace_id: row.workspaceId,
      api: row.api,
      store: row.store,
      parent: row.parent,
      id: row.id,
      body: row.body,
      changed_at: row.changedAt,
      due_at: row.dueAt,
      request_id: row.requestId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq'),
);

/** Adds a row; undefined when its id is taken at this place. */
export async function insertRow(
  db: Database,
  { workspaceId, api, store, parent = '' }: Place,
  id: string,
  { body, changedAt = null, due = { at: null, requestId: null } }: Row,
): Promise<StoredRecord | undefined> {
  const text = JSON.stringify(body);
  const place = { workspaceId, api, store, parent };
  const [row] = await insert(db, { ...place, id, body: text, changedAt, dueAt: due.at, requestId: due.requestId });
  return row && { seq: row.seq, id, parent, body };
}

/** A row to insert among many, and where. */
export interface PlacedRow {
  store: string;
  parent: string;
  id: string;
  body: RecordBody;
  changedAt: number | null;
  /** When its next step is due; not at all if left out. */
  dueAt?: number | null;
}

const insertList = prepareQuery<
  { workspaceId: string; api: string; list: string },
  Pick<StoredRecord, 'seq' | 'parent' | 'id'> & { store: string }
>(
  (db, { workspaceId, api, list }) => sql`
    insert into record (workspace_id, api, store, parent, id, body, changed_at, due_at)
    select ${workspaceId}, ${api}, value->>'store', value->>'parent', value->>'id', value->>'body',
           cast(value->>'changed_at' as bigint), cast(value->>'due_at' as bigint)
      from ${engineOf(db).membersOf(list)} where true
    on conflict do nothing returning seq, store, parent, id`,
);

/** Adds rows in their order, with one statement; returns those whose ids were not taken at their places. */
export async function insertRows(
  db: Database,
  { workspaceId, api }: Pick<Place, 'workspaceId' | 'api'>,
  rows: PlacedRow[],
): Promise<(StoredRecord & { store: string })[]> {
  const keyOf = ({ store, parent, id }: Pick<PlacedRow, 'store' | 'parent' | 'id'>) =>
    JSON.stringify([store, parent, id]);
  const bodies = new Map(rows.toReversed().map((row) => [keyOf(row), row.body]));
  const list = JSON.stringify(
    rows.map(({ changedAt, dueAt = null, body, ...row }) => ({
      ...row,
      body: JSON.stringify(body),
      changed_at: changedAt,
      due_at: dueAt,
    })),
  );
  const inserted = await insertList(db, { workspaceId, api, list });
  return inserted.map((row) => ({ ...row, body: bodies.get(keyOf(row)) as RecordBody }));
}

/** Writes a row; returns false, without writing, when it has changed since it was read. */
export async function updateRow(
  db: Database,
  { seq, body: before }: StoredRecord,
  { body, changedAt = null, due }: Row,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('record')
    .set({
      body: JSON.stringify(body),
      changed_at: changedAt,
      ...(due && { due_at: due.at, request_id: due.requestId }),
    })
    .where('seq', '=', seq)
    .where('body', '=', JSON.stringify(before))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Sets when the next step of a record is due; null for never. */
export async function setDue(db: Database, { seq }: Pick<StoredRecord, 'seq'>, due_at: number | null): Promise<void> {
  await db.updateTable('record').set({ due_at }).where('seq', '=', seq).execute();
}

/** Removes a row; returns false when it no longer existed. */
export async function deleteRow(db: Database, { seq }: StoredRecord): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('record').where('seq', '=', seq).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Removes everything stored below any of these parents, however deep, except some stores; returns what was removed. */
export async function deleteRowsBelow(
  db: Database,
  { workspaceId, api }: Pick<Place, 'workspaceId' | 'api'>,
  parents: string[],
  spared: string[],
): Promise<(StoredRecord & { store: string })[]> {
  const rows = await db
    .deleteFrom('record')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .$if(spared.length > 0, (query) => query.where('store', 'not in', spared))
    .where((builder) => builder.or(parents.map((parent) => isBelow(builder, parent))))
    .returning(['seq', 'store', 'parent', 'id', 'body'])
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, body: parseExactly(body) as RecordBody }));
}

function isBelow({ eb, or, ref }: ExpressionBuilder<Tables, 'record'>, parent: string) {
  const prefix = `${parent}/`;
  const start = sql<SqlBool>`substr(${ref('parent')}, 1, ${sql.lit([...prefix].length)}) = ${prefix}`;
  return or([eb('parent', '=', parent), start]);
}

/** Removes all rows of an API in a workspace, or of all, and the indexes of its lists: entry by entry, these would take longer. */
export async function clearRows(
  db: Database,
  { workspaceId, api }: { workspaceId: string; api?: string },
): Promise<void> {
  const place = { workspace_id: workspaceId, ...(api !== undefined && { api }) };
  const indexed = await db
    .selectFrom('indexed_field')
    .select(['api', 'store'])
    .distinct()
    .where(({ and }) => and(place))
    .orderBy('api')
    .orderBy('store')
    .execute();
  for (const list of indexed) await engineOf(db).lockStore(db, { workspaceId, ...list });
  for (const table of ['indexed_field', 'indexed_list'] as const)
    await db
      .deleteFrom(table as 'indexed_list')
      .where(({ and }) => and(place))
      .execute();
  const rows = db
    .selectFrom('record')
    .select('seq')
    .where(({ and }) => and(place))
    .orderBy('store')
    .orderBy('parent');
  await inSlices(async (most) => {
    const slice = db.deleteFrom('record').where('seq', 'in', rows.limit(most));
    return (await slice.executeTakeFirstOrThrow()).numDeletedRows;
  });
}

/** Moves the due times of all records of a workspace by a number of milliseconds. */
export async function shiftDueTimes(db: Database, workspaceId: string, by: number): Promise<void> {
  await db
    .updateTable('record')
    .set(({ eb }) => ({ due_at: eb('due_at', '+', by) }))
    .where('workspace_id', '=', workspaceId)
    .where('due_at', 'is not', null)
    .execute();
}
