import { sql } from 'kysely';
import { parseExactly } from '../../wire/exact-json.ts';
import { prepareQuery } from '../db/prepared-query.ts';
import type { Database } from '../db/schema.ts';
import type { RecordBody } from '../dialect/record-body.ts';

/** The place of a record. Without `parent`, look-ups and lists cover the whole store. */
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

type Row = { [Name in (typeof columns)[number]]: Name extends 'seq' ? number : string };

const find = prepareQuery<Place & { id: string }, Row>((db, { id, workspaceId, api, store }) =>
  at(db, { workspaceId, api, store }).where('id', '=', id).limit(sql.lit(1)),
);
const findBelow = prepareQuery<Place & { id: string }, Row>((db, { id, workspaceId, api, store, parent }) =>
  at(db, { workspaceId, api, store, parent }).where('id', '=', id).limit(sql.lit(1)),
);

/** Finds the record of an id at a place. */
export async function findRecord(db: Database, place: Place, id: string): Promise<StoredRecord | undefined> {
  const { workspaceId, api, store, parent } = place;
  const [row] = await (parent === undefined ? find : findBelow)(db, { workspaceId, api, store, parent, id });
  return row && { ...row, body: parseExactly(row.body) as RecordBody };
}

/** Finds the record that was created first at a place. */
export async function findFirstRecord(db: Database, place: Place): Promise<StoredRecord | undefined> {
  const row = await at(db, place).orderBy('seq').limit(1).executeTakeFirst();
  return row && { ...row, body: parseExactly(row.body) as RecordBody };
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
