import { engineOf } from '../../db/engine.ts';
import type { Database } from '../../db/schema.ts';
import type { Condition } from '../../dialect/filters/condition.ts';
import type { Field } from '../../dialect/filters/record-fields.ts';
import type { Order } from '../../dialect/sort/order.ts';
import type { Place } from '../../records/find-record.ts';
import { fillIndex } from './fill-index.ts';

/** Below this many records a scan is faster than an index is worth. */
const minIndexed = 1000;

/** The numbers of the indexes over a list's fields, by the fields' names. */
export type FieldIndexes = Map<string, number>;

/** Finds the indexes for a query; in a long list, missing ones are filled first, while others go on. */
export async function ensureIndexes(
  db: Database,
  place: Place,
  condition: Condition,
  order: Order,
): Promise<FieldIndexes> {
  const wanted = new Map<string, Field>();
  // The second sort key is read from its index where that is faster than reading it from the record.
  const sorted = engineOf(db).readsIndexesFaster ? order : order.slice(0, 1);
  for (const field of [...fieldsOf(condition), ...sorted.map(({ field }) => field)]) {
    if (field.kind !== 'list' && field.kind !== 'object' && !field.column) wanted.set(field.name, field);
  }
  if (wanted.size === 0) return new Map();
  const known = await findIndexes(db, place, wanted);
  // An open transaction keeps others from writing: it reads the records instead.
  if (known.size === wanted.size || db.isTransaction || !(await isLong(db, place))) return known;
  for (const [name, field] of wanted) if (!known.has(name)) await fillIndex(db, place, field);
  return findIndexes(db, place, wanted);
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
): Promise<FieldIndexes> {
  const rows = await db
    .selectFrom('indexed_field')
    .select(['id', 'path', 'kind'])
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store)
    .where('filled_parent', 'is', null)
    .execute();
  const found = [...wanted.values()].flatMap(({ name, path, kind }) => {
    const row = rows.find((known) => known.path === engineOf(db).pathText(path) && known.kind === kind);
    return row ? [[name, row.id] as const] : [];
  });
  return new Map(found);
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
