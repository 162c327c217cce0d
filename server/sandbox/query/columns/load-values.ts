import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { engineOf } from '../../../db/engine.ts';
import type { Database } from '../../../db/schema.ts';
import type { Field } from '../../../dialect/filters/record-fields.ts';
import type { Place } from '../../../records/find-record.ts';
import type { Column } from './column.ts';
import type { Value } from './compare-values.ts';
import { ListValues } from './list-values.ts';

/** A field and the number of its index. */
export interface Indexed {
  field: Field;
  index: number;
}

/** An index is read so many slices of `indexSlice` at once: reading is that much faster than writing. */
const slices = 10;

/**
 * Reads the values of a long list from its indexes, in slices of a few milliseconds. What changes meanwhile is among the changes
 * since the version that was read first.
 */
export async function loadValues(
  db: Database,
  place: Place,
  { id, version }: { id: number; version: number },
  indexed: Indexed[],
): Promise<ListValues> {
  const list = new ListValues(
    id,
    version,
    indexed.map(({ field }) => field.name),
  );
  await loadRecords(db, place, list);
  for (const { field, index } of indexed)
    await loadColumn(db, list, list.columns.get(field.name) as Column, field, index);
  return list;
}

async function loadRecords(db: Database, { workspaceId, api, store }: Place, list: ListValues): Promise<void> {
  const limit = engineOf(db).indexSlice * slices;
  const found: { seq: number; parent: string }[] = [];
  for (let last = { parent: '', seq: 0 }; ; last = found.at(-1) ?? last) {
    const { rows } = await sql<typeof last>`select parent, seq from record
      where workspace_id = ${workspaceId} and api = ${api} and store = ${store} and (parent, seq) > (${last.parent}, ${last.seq})
      order by parent, seq limit ${limit}`.execute(db);
    for (const row of rows) found.push(row);
    await setImmediate();
    if (rows.length < limit) break;
  }
  const numbers = Float64Array.from(found, ({ seq }) => seq);
  const isOrdered = numbers.every((seq, index) => index === 0 || seq > (numbers[index - 1] as number));
  if (!isOrdered) found.sort((one, other) => one.seq - other.seq);
  for (const { seq, parent } of found) list.append(seq, parent);
  list.parents.ranking();
}

async function loadColumn(
  db: Database,
  list: ListValues,
  column: Column,
  { kind }: Field,
  index: number,
): Promise<void> {
  type Entry = { parent: string; number: number; text: string; seq: number };
  const limit = engineOf(db).indexSlice * slices;
  let last: Entry = { parent: '', number: Number.NEGATIVE_INFINITY, text: '', seq: 0 };
  for (;;) {
    const { rows } = await sql<Entry>`select parent, number, text, seq from record_field
      where index_id = ${index} and (parent, number, text, seq) > (${last.parent}, ${last.number}, ${last.text}, ${last.seq})
      order by parent, number, text, seq limit ${limit}`.execute(db);
    for (const { number, text, seq } of rows) {
      const position = list.positionOf(seq);
      if (position !== undefined) column.set(position, kind === 'number' ? number : text);
    }
    column.ranking();
    await setImmediate();
    last = rows.at(-1) ?? last;
    if (rows.length < limit) break;
  }
}

/** Brings the values to a version of the list; false where too much has changed since. */
export async function updateValues(
  db: Database,
  place: Place,
  list: ListValues,
  fields: Field[],
  version: number,
): Promise<boolean> {
  if (list.version >= version) return true;
  const changes = await db
    .selectFrom('list_change')
    .select(['version', 'seq'])
    .where('list_id', '=', list.listId)
    .where('version', '>', list.version)
    .where('version', '<=', version)
    .execute();
  if (new Set(changes.map((change) => change.version)).size < version - list.version) return false;
  const seqs = [...new Set(changes.map(({ seq }) => seq))];
  for (let begin = 0; begin < seqs.length; begin += engineOf(db).indexSlice) {
    await readRecords(db, place, list, fields, seqs.slice(begin, begin + engineOf(db).indexSlice));
  }
  list.version = version;
  return true;
}

async function readRecords(
  db: Database,
  { workspaceId, api, store }: Place,
  list: ListValues,
  fields: Field[],
  seqs: number[],
): Promise<void> {
  const columns = fields.map(({ path, kind }, index) => {
    const value = engineOf(db).fieldValue(path, kind as 'number' | 'boolean' | 'text');
    return sql`, ${value} as ${sql.ref(`value${index}`)}`;
  });
  const { rows } = await sql<{ seq: number; parent: string } & Record<string, Value>>`
    select seq, parent ${sql.join(columns, sql``)} from record
     where seq in (${sql.join(seqs)}) and workspace_id = ${workspaceId} and api = ${api} and store = ${store}
     order by seq`.execute(db);
  const found = new Set(rows.map(({ seq }) => seq));
  for (const row of rows)
    list.put(
      row.seq,
      row.parent,
      fields.map((_, index) => row[`value${index}`] as Value),
    );
  for (const seq of seqs) if (!found.has(seq)) list.remove(seq);
}
