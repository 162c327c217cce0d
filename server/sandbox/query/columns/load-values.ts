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

/** So many rows are read at once: a few milliseconds. */
const slice = 2000;

/** Reads which records a long list has. What changes meanwhile is among the changes since the version that was read first. */
export async function loadList(
  db: Database,
  place: Place,
  { id, version }: { id: number; version: number },
): Promise<ListValues> {
  const list = new ListValues(id, version);
  await loadRecords(db, place, list);
  return list;
}

async function loadRecords(db: Database, { workspaceId, api, store }: Place, list: ListValues): Promise<void> {
  const found: { seq: number; parent: string }[] = [];
  for (let last = { parent: '', seq: 0 }; ; last = found.at(-1) ?? last) {
    const { rows } = await sql<typeof last>`select parent, seq from record
      where workspace_id = ${workspaceId} and api = ${api} and store = ${store} and (parent, seq) > (${last.parent}, ${last.seq})
      order by parent, seq limit ${slice}`.execute(db);
    for (const row of rows) found.push(row);
    await setImmediate();
    if (rows.length < slice) break;
  }
  const numbers = Float64Array.from(found, ({ seq }) => seq);
  const isOrdered = numbers.every((seq, index) => index === 0 || seq > (numbers[index - 1] as number));
  if (!isOrdered) found.sort((one, other) => one.seq - other.seq);
  for (const { seq, parent } of found) list.append(seq, parent);
  list.parents.ranking();
}

/** Reads the values of a new column from the field's index, in slices of a few milliseconds; the list may change meanwhile. */
export async function loadColumn(db: Database, list: ListValues, { field, index }: Indexed): Promise<void> {
  const column = list.columns.get(field.name) as Column;
  type Entry = { parent: string; number: number; text: string; seq: number };
  let last: Entry = { parent: '', number: Number.NEGATIVE_INFINITY, text: '', seq: 0 };
  for (;;) {
    const { rows } = await sql<Entry>`select parent, number, text, seq from record_field
      where index_id = ${index} and (parent, number, text, seq) > (${last.parent}, ${last.number}, ${last.text}, ${last.seq})
      order by parent, number, text, seq limit ${slice}`.execute(db);
    for (const { number, text, seq } of rows) {
      const position = list.positionOf(seq);
      if (position !== undefined) column.load(position, field.kind === 'number' ? number : text);
    }
    column.ranking();
    await setImmediate();
    last = rows.at(-1) ?? last;
    if (rows.length < slice) break;
  }
  column.endLoad();
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
  for (const row of rows) {
    const values = fields.map(({ name }, index) => [name, row[`value${index}`] as Value] as const);
    list.put(row.seq, row.parent, new Map(values));
  }
  for (const seq of seqs) if (!found.has(seq)) list.remove(seq);
}
