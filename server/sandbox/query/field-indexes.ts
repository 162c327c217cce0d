import { engineOf } from '../../db/engine.ts';
import type { Database } from '../../db/schema.ts';
import type { Condition } from '../../dialect/filters/condition.ts';
import type { Field } from '../../dialect/filters/record-fields.ts';
import type { Order } from '../../dialect/sort/order.ts';
import type { Place } from '../../records/find-record.ts';
import type { ListVersion } from './columns/remembered-lists.ts';
import { fillIndex } from './fill-index.ts';

/** Below this many records a scan is faster than an index is worth. */
const minIndexed = 1000;

/** The numbers of the indexes over a list's fields, by the fields' names. */
export type FieldIndexes = Map<string, number>;

/** The indexes that a question can use, and the list's version; undefined where it has no index. */
export interface KnownIndexes {
  indexes: FieldIndexes;
  list?: ListVersion;
}

/** Finds the indexes for a query; in a long list, missing ones are filled first, while others go on. */
export async function ensureIndexes(
  db: Database,
  place: Place,
  condition: Condition,
  order: Order,
): Promise<KnownIndexes> {
  const wanted = new Map<string, Field>();
  for (const field of [...fieldsOf(condition), ...order.map(({ field }) => field)]) {
    if (canBeIndexed(field)) wanted.set(field.name, field);
  }
  if (wanted.size === 0) return { indexes: new Map() };
  const known = await findIndexes(db, place, wanted);
  // An open transaction keeps others from writing: it reads the records instead.
  if (known.indexes.size === wanted.size || db.isTransaction || !(await isLong(db, place))) return known;
  for (const [name, field] of wanted) if (!known.indexes.has(name)) await fillIndex(db, place, field);
  return findIndexes(db, place, wanted);
}

/** Whether the values of a field are stored in an index: one for each record. */
function canBeIndexed({ kind, column }: Field): boolean {
  return kind !== 'list' && kind !== 'object' && !column;
}

export function fieldsOf(condition: Condition): Field[] {
  if ('and' in condition) return condition.and.flatMap(fieldsOf);
  if ('or' in condition) return condition.or.flatMap(fieldsOf);
  return [condition.field];
}

async function findIndexes(
  db: Database,
  { workspaceId, api, store }: Place,
  wanted: Map<string, Field>,
): Promise<KnownIndexes> {
  const rows = await db
    .selectFrom('indexed_field as field')
    .innerJoin('indexed_list as list', (join) =>
      join
        .onRef('list.workspace_id', '=', 'field.workspace_id')
        .onRef('list.api', '=', 'field.api')
        .onRef('list.store', '=', 'field.store'),
    )
    .select(['field.id', 'field.path', 'field.kind', 'list.id as list', 'list.version'])
    .where('field.workspace_id', '=', workspaceId)
    .where('field.api', '=', api)
    .where('field.store', '=', store)
    .where('field.filled_parent', 'is', null)
    .execute();
  const found = [...wanted.values()].flatMap(({ name, path, kind }) => {
    const row = rows.find((known) => known.path === engineOf(db).pathText(path) && known.kind === kind);
    return row ? [[name, row.id] as const] : [];
  });
  const [first] = rows;
  return { indexes: new Map(found), ...(first && { list: { id: first.list, version: first.version } }) };
}

async function isLong(db: Database, { workspaceId, api, store }: Place): Promise<boolean> {
  const row = await db
    .selectFrom('record')
    .select('seq')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store)
    .limit(1)
    .offset(minIndexed - 1)
    .executeTakeFirst();
  return row !== undefined;
}
