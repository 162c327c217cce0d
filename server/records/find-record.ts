import { sql } from 'kysely';
import { prepareQuery } from '../db/prepared-query.ts';
import type { Database } from '../db/schema.ts';
import type { RecordBody } from '../dialect/record-body.ts';

/** Where a record lives. Without `parent`, look-ups and lists take the whole store. */
export interface Place {
  workspaceId: string;
  api: string;
  store: string;
  parent?: string;
}

export interface StoredRecord {
  seq: number;
  id: string;
  parent: string;
  body: RecordBody;
}

const columns = ['seq', 'id', 'parent', 'body'] as const;
const anywhere: Place = { workspaceId: '', api: '', store: '' };

const find = prepareQuery((db) => at(db, anywhere).where('id', '=', '').limit(sql.lit(1)));
const findBelow = prepareQuery((db) =>
  at(db, { ...anywhere, parent: '' })
    .where('id', '=', '')
    .limit(sql.lit(1)),
);

/** Finds the record of an id at a place. */
export async function findRecord(
  db: Database,
  { workspaceId, api, store, parent }: Place,
  id: string,
): Promise<StoredRecord | undefined> {
  const place = [workspaceId, api, store];
  const [row] = await (parent === undefined ? find(db, [...place, id]) : findBelow(db, [...place, parent, id]));
  return row && { ...row, body: JSON.parse(row.body) as RecordBody };
}

/** Finds the record that was created first at a place. */
export async function findFirstRecord(db: Database, place: Place): Promise<StoredRecord | undefined> {
  const row = await at(db, place).orderBy('seq').limit(1).executeTakeFirst();
  return row && { ...row, body: JSON.parse(row.body) as RecordBody };
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
