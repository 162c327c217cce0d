import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { parseExactly } from '../../../wire/exact-json.ts';
import { engineOf } from '../../db/engine.ts';
import type { Database } from '../../db/schema.ts';
import { type Condition, everything } from '../../dialect/filters/condition.ts';
import type { Mark } from '../../dialect/pagination/pager.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { Order } from '../../dialect/sort/order.ts';
import type { Place, StoredRecord } from '../../records/find-record.ts';
import { pageFromMemory } from './columns/page-from-memory.ts';
import { ensureIndexes } from './field-indexes.ts';
import { checkBytes, checkValues, pageBudget } from './page-budget.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';

/** Up to here, records are skipped at once. */
const deepOffset = 1000;

export interface ListQuery {
  limit: number;
  offset: number;
  /** Only records after this cursor, in the same order. */
  after?: Mark;
  /** Only the last records before this cursor. */
  before?: Mark;
  condition?: Condition;
  order?: Order;
  /** Without an order: the records that were created last come first. */
  newestFirst?: boolean;
}

export interface RecordPage {
  records: StoredRecord[];
  /** The number of matching records on all pages. */
  total: number;
  hasMore: boolean;
  /** The cursors at both ends of the page, where others start. */
  first?: Pick<Mark, 'seq' | 'keys'>;
  last?: Pick<Mark, 'seq' | 'keys'>;
}

type Row = { seq: number; id: string; parent: string; body: string } & Record<string, string | number>;

/** A page of the matching records, in an order that ends with that of creation, and their total. Refuses one that is too large. */
export async function listRecords(db: Database, place: Place, query: ListQuery): Promise<RecordPage> {
  const { limit, offset, after, before, condition = everything, order = [], newestFirst } = query;
  const { indexes, list } = await ensureIndexes(db, place, condition, order);
  const remembered = list && !before && (await pageFromMemory(db, place, query, indexes, list));
  if (remembered) return remembered;
  const facts = { condition, order, newestFirst, offset };
  let plan = await planQuery(db, place, indexes, facts);
  const whole = await sizeOf(db, place);
  const total = plan.counted ? await count(db, plan.counted) : whole.total;
  const size = Math.max(0, Math.min(limit, total - offset));
  const behindPage = total - offset - size;
  const skippedAtEnd = before ? 0 : Math.max(0, behindPage);
  // A page near the end is found from there: skipping is what takes long.
  const isFromEnd =
    before !== undefined ||
    (!after && offset > total / 2 && offset > deepOffset && order.every(({ field }) => !field.column));
  if (isFromEnd) plan = await planQuery(db, place, indexes, { ...facts, offset: skippedAtEnd, isFromEnd });
  const skipped = isFromEnd ? skippedAtEnd : offset;

  // The page is selected by row numbers alone, and only then are its records fetched.
  const { from, where, keys, sorting } = plan.ordered;
  const columns = keys.map(({ value }, index) => sql`, ${value} as ${sql.ref(`key${index}`)}`);
  const inside = [
    ...where,
    ...[after, before].flatMap((mark) => (mark ? [behind(keys, plan, mark), ...plan.bound(mark)] : [])),
  ];
  const outer = [
    ...keys.map(({ descending }, index) => sql`page.${sql.ref(`key${index}`)} ${direction(descending !== isFromEnd)}`),
    sql`page.seq ${direction(plan.descending !== isFromEnd)}`,
  ];
  const selected = sql`(
      select ${plan.seq} as seq ${sql.join(columns, sql``)} from ${from} where ${all(inside)}
      order by ${sql.join(sorting)} limit ${isFromEnd && !before ? size : limit + 1} offset ${skipped}
    ) as page ${engineOf(db).leadingJoin} record on record.seq = page.seq and record.workspace_id = ${place.workspaceId}`;
  if (whole.bytes > pageBudget.bytes) checkBytes(await bytesOf(db, selected));
  const { rows } = await sql<Row>`
    select record.seq, record.id, record.parent, record.body ${sql.join(
      keys.map((_, index) => sql`, page.${sql.ref(`key${index}`)}`),
      sql``,
    )}
    from ${selected} order by ${sql.join(outer)}`.execute(db);

  // The record that shows that there are more is on the far side.
  const page = before ? rows.slice(-limit) : rows.slice(0, limit);
  if (whole.bytes > pageBudget.values) checkValues(page.map(({ body }) => body));
  const [start, end] = [page[0], page.at(-1)];
  const markAt = (row: Row) => ({ seq: row.seq, keys: keys.map((_, index) => row[`key${index}`] as string | number) });
  return {
    records: page.map(({ seq, id, parent, body }) => ({ seq, id, parent, body: parseExactly(body) as RecordBody })),
    total,
    hasMore: isFromEnd && !before ? behindPage > 0 : rows.length > limit,
    ...(start && end && { first: markAt(start), last: markAt(end) }),
  };
}

async function count(db: Database, { from, where }: NonNullable<QueryPlan['counted']>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${from} where ${all(where)}`.execute(db);
  return Number(rows[0]?.total);
}

/** The bytes of the selected records. */
async function bytesOf(db: Database, selected: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    bytes: number | null;
  }>`select sum(octet_length(record.body)) as bytes from ${selected}`.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}

/** The records and bytes of a whole list, which the database maintains. */
async function sizeOf(
  db: Database,
  { workspaceId, api, store, parent }: Place,
): Promise<{ total: number; bytes: number }> {
  let lists = db
    .selectFrom('list_size')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store);
  if (parent !== undefined) lists = lists.where('parent', '=', parent);
  const { total, bytes } = await lists
    .select(({ fn }) => [fn.sum<number | null>('total').as('total'), fn.sum<number | null>('bytes').as('bytes')])
    .executeTakeFirstOrThrow();
  return { total: Number(total ?? 0), bytes: Number(bytes ?? 0) };
}

function direction(descending: boolean): RawBuilder<unknown> {
  return descending ? sql`desc` : sql`asc`;
}

function all(conditions: RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length > 0 ? sql`${sql.join(conditions, sql` and `)}` : sql`1 = 1`;
}

/**
 * Records after a cursor: greater by the first key or, where the previous keys are equal, by the next; finally by row
 * number.
 */
function behind(
  keys: { value: RawBuilder<unknown>; descending: boolean }[],
  { seq, descending: isDescending }: Pick<QueryPlan, 'seq' | 'descending'>,
  mark: Mark,
): RawBuilder<SqlBool> {
  const steps = [...keys, { value: seq, descending: isDescending }];
  const marks = [...mark.keys, mark.seq];
  const choices = steps.map(({ value, descending }, index) => {
    const equal = steps.slice(0, index).map((step, before) => sql<SqlBool>`${step.value} = ${marks[before]}`);
    return sql<SqlBool>`(${all([...equal, sql<SqlBool>`${value} ${descending ? sql`<` : sql`>`} ${marks[index]}`])})`;
  });
  return sql`(${sql.join(choices, sql` or `)})`;
}
