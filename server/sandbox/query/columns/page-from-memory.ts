import { sql } from 'kysely';
import { parseExactly } from '../../../../wire/exact-json.ts';
import { engineOf } from '../../../db/engine.ts';
import type { Database } from '../../../db/schema.ts';
import { everything } from '../../../dialect/filters/condition.ts';
import type { Field } from '../../../dialect/filters/record-fields.ts';
import type { RecordBody } from '../../../dialect/record-body.ts';
import type { Place } from '../../../records/find-record.ts';
import { type FieldIndexes, fieldsOf } from '../field-indexes.ts';
import type { ListQuery, RecordPage } from '../list-records.ts';
import { checkBytes, checkValues } from '../page-budget.ts';
import type { Column } from './column.ts';
import { keepBehind, matchRecords } from './match-records.ts';
import { pageOfMatches } from './page-of-matches.ts';
import { findValues, type ListVersion } from './remembered-lists.ts';

/**
 * The page and total of a long list from the values that this process remembers: any filter and order takes a few milliseconds.
 * Undefined where the database has to answer: in a transaction, or when a field has no index or the values are not there yet.
 */
export async function pageFromMemory(
  db: Database,
  place: Place,
  { limit, offset, after, condition = everything, order = [], newestFirst }: ListQuery,
  indexes: FieldIndexes,
  version: ListVersion,
): Promise<RecordPage | undefined> {
  if (db.isTransaction) return undefined;
  const fields = new Map(
    [...fieldsOf(condition), ...order.map(({ field }) => field)].map((field) => [field.name, field]),
  );
  const indexed = [...fields.values()].map((field) => ({ field, index: indexes.get(field.name) as number }));
  if (indexed.length === 0 || indexed.some(({ index }) => index === undefined)) return undefined;
  if (after && !order.every(({ field }, index) => isOfKind(field, after.keys[index]))) return undefined;
  const list = await findValues(db, place, version, indexed);
  if (!list) return undefined;

  const matches = matchRecords(list, place.parent, condition);
  const total = count(matches);
  const isLastFirst = order.at(-1)?.descending ?? newestFirst ?? false;
  if (after) keepBehind(list, matches, { order, isLastFirst }, after);
  const found = pageOfMatches(list, matches, order, { offset, limit: limit + 1, isLastFirst });
  const page = found.slice(0, limit).map((at) => {
    const keys = order.map(({ field }) => (list.columns.get(field.name) as Column).valueAt(at));
    return { seq: list.seqs[at] as number, keys };
  });
  const records = await findAll(
    db,
    place,
    page.map(({ seq }) => seq),
  );
  // A record may be removed at this moment.
  const shown = page.flatMap(({ seq }) => records.get(seq) ?? []);
  const [first, last] = [page[0], page.at(-1)];
  return { records: shown, total, hasMore: found.length > limit, ...(first && last && { first, last }) };
}

function count(matches: Uint8Array): number {
  let total = 0;
  for (let at = 0; at < matches.length; at++) total += matches[at] as number;
  return total;
}

function isOfKind({ kind }: Field, key: unknown): boolean {
  return typeof key === (kind === 'number' ? 'number' : 'string');
}

async function findAll(
  db: Database,
  { workspaceId }: Place,
  seqs: number[],
): Promise<Map<number, RecordPage['records'][number]>> {
  if (seqs.length === 0) return new Map();
  const chosen = db
    .selectFrom('record')
    .where('seq', 'in', seqs)
    // SQLite would rather read the whole workspace than so many numbers.
    .$if(engineOf(db).kind === 'postgres', (query) => query.where('workspace_id', '=', workspaceId));
  const size = sql<number | null>`sum(octet_length(body))`.as('bytes');
  checkBytes(Number((await chosen.select(size).executeTakeFirstOrThrow()).bytes ?? 0));
  const rows = await chosen.select(['seq', 'id', 'parent', 'body']).execute();
  checkValues(rows.map(({ body }) => body));
  return new Map(rows.map(({ body, ...row }) => [row.seq, { ...row, body: parseExactly(body) as RecordBody }]));
}
