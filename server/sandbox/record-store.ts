import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import { isPostgres, isUniqueViolation } from '../db/database-kind.ts';
import { prepareQuery } from '../db/prepared-query.ts';
import type { Database, Tables } from '../db/schema.ts';

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

export interface ListQuery {
  limit: number;
  offset: number;
  /** Only rows behind this row number. */
  after?: number;
  /** Property → value that it must have, or list of values of which it must have one. */
  filters: Record<string, unknown>;
}

const columns = ['seq', 'id', 'parent', 'body'] as const;
const anywhere: Place = { workspaceId: '', api: '', store: '' };

const insert = prepareQuery((db) =>
  db
    .insertInto('record')
    .values({ workspace_id: '', api: '', store: '', parent: '', id: '', body: '' })
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
): Promise<StoredRecord | undefined> {
  const { workspaceId, api, store, parent = '' } = place;
  try {
    const [row] = await insert(db, [workspaceId, api, store, parent, id, JSON.stringify(body)]);
    return { seq: row?.seq as number, id, parent, body };
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
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

/** A page of records in the order in which they were made, and how many there are in all. */
export async function listRecords(
  db: Database,
  place: Place,
  query: ListQuery,
): Promise<{ records: StoredRecord[]; total: number }> {
  const { limit, offset, after, filters } = query;
  const matching = (builder: ExpressionBuilder<Tables, 'record'>) =>
    builder.and(
      Object.entries(filters).map(([property, value]) =>
        builder.or([value].flat().map((one) => equals(db, builder, property, one))),
      ),
    );
  let page = at(db, place).where(matching).orderBy('seq').limit(limit).offset(offset);
  if (after !== undefined) page = page.where('seq', '>', after);
  const rows = await page.execute();
  const { total } = await at(db, place)
    .where(matching)
    .clearSelect()
    .select((builder) => builder.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { records: rows.map((row) => ({ ...row, body: JSON.parse(row.body) as RecordBody })), total: Number(total) };
}

/** Changes a record, unless somebody else changed it since it was read: then nothing happens, and it gives false. */
export async function updateRecord(
  db: Database,
  { seq, body: before }: StoredRecord,
  body: RecordBody,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('record')
    .set({ body: JSON.stringify(body) })
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

/** Compares a property of the JSON body as text, so that both databases agree about numbers and booleans. */
function equals(
  db: Database,
  builder: ExpressionBuilder<Tables, 'record'>,
  property: string,
  value: unknown,
): ExpressionWrapper<Tables, 'record', SqlBool> {
  const field = isPostgres(db as never)
    ? sql`(body::jsonb ->> ${property})`
    : sql`(body ->> ${`$.${JSON.stringify(property)}`})`;
  if (!isPostgres(db as never) && typeof value === 'boolean') return builder(field, '=', value ? 1 : 0);
  return builder(sql<string>`cast(${field} as text)`, '=', String(value));
}
