import { sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import type { Database } from '../../db/schema.ts';
import type { Condition } from '../../dialect/filters/condition.ts';
import type { Field } from '../../dialect/filters/record-fields.ts';
import type { Mark } from '../../dialect/pagination/pager.ts';
import type { Order } from '../../dialect/sort/order.ts';
import type { Place } from '../../records/find-record.ts';
import { type FieldIndexes, fieldsOf } from './field-indexes.ts';
import {
  createTests,
  entryNumber,
  entryText,
  type Sql,
  soleField,
  type TermTests,
  type Test,
  termsOf,
} from './term-tests.ts';

/** The parts of the two statements for a list: one selects a page, one counts. */
export interface QueryPlan {
  seq: Sql;
  descending: boolean;
  ordered: { from: Sql; where: Test[]; keys: { value: Sql; descending: boolean }[]; sorting: Sql[] };
  /** Undefined where the whole list is requested. */
  counted?: { from: Sql; where: Test[] };
  /** Lets an index scan start at a cursor. */
  bound(mark: Mark): Test[];
}

/** What is asked of a list; from its end, the page is found in the opposite order. */
interface Asked {
  condition: Condition;
  order: Order;
  newestFirst?: boolean;
  offset: number;
  isFromEnd?: boolean;
}

/** Up to this many records are checked one by one; a filter that matches more matches one in every few. */
const selectiveLimit = 2000;

/**
 * Chooses the driving index. A selective filter comes first; otherwise the order drives, and each record is checked until
 * the page is full. For pages deep in the list, and for counts, records are matched as sets.
 */
export async function planQuery(
  db: Database,
  place: Place,
  indexes: FieldIndexes,
  { condition, order: asked, newestFirst = false, offset, isFromEnd = false }: Asked,
): Promise<QueryPlan> {
  const order = isFromEnd ? asked.map(({ field, descending }) => ({ field, descending: !descending })) : asked;
  const tests = createTests(db, place, indexes);
  const terms = termsOf(condition);
  const able = terms.filter((term) => indexes.has(soleField(term)?.name ?? ''));
  const narrow = await findNarrow(db, tests, able);
  const equal = able.find(isEqual);
  const deep = offset > selectiveLimit;
  const first = order[0]?.field;

  const counting = narrow ? lead(narrow, 'row') : lead(fieldOf(able.find((term) => term !== equal) ?? equal), 'set');
  const finding = narrow
    ? lead(narrow, 'row')
    : first
      ? lead(indexes.has(first.name) ? first : undefined, deep ? 'set' : 'row')
      : lead(fieldOf(deep ? (equal ?? able[0]) : equal), deep ? 'set' : 'row');

  const sorted = finding.field !== undefined && finding.field.name === first?.name;
  const seq = finding.field ? sql`entry.seq` : sql`record.seq`;
  const keys = order.map(({ field, descending }, index) => ({
    value: index === 0 && sorted ? entryValue(field) : tests.valueOf(field, seq),
    descending,
  }));
  const sorting = keys.flatMap(({ value, descending }, index) =>
    (index === 0 && sorted ? [entryNumber, entryText] : [value]).map((key) => sql`${key} ${direction(descending)}`),
  );
  const descending = order.at(-1)?.descending ?? newestFirst !== isFromEnd;
  // Only the first sort key can be read from the driving index.
  const needsRecord = finding.needsRecord || order.slice(sorted ? 1 : 0).some(({ field }) => tests.isInRecord(field));
  const { from, where } = source(finding, needsRecord);
  // The index over a column contains only records with a value, so the query must ask for no others.
  const present = keys
    .filter((_, index) => order[index]?.field.column)
    .map(({ value }): Test => sql`${value} is not null`);
  return {
    seq,
    descending,
    ordered: { from, where: [...where, ...present], keys, sorting: [...sorting, sql`${seq} ${direction(descending)}`] },
    ...(terms.length > 0 && { counted: source(counting, counting.needsRecord) }),
    bound({ keys: [key] }) {
      if (!sorted || key === undefined) return [];
      const mark = first?.kind === 'number' ? sql`(${key}, '')` : sql`(0, ${key})`;
      return [sql`(${entryNumber}, ${entryText}) ${order[0]?.descending ? sql`<=` : sql`>=`} ${mark}`];
    },
  };

  /** The tests of all terms when this field's index drives or, without one, the records themselves. */
  function lead(field: Field | undefined, by: 'set' | 'row'): { field?: Field; where: Test[]; needsRecord: boolean } {
    const own = terms.filter((term) => field && soleField(term)?.name === field.name);
    const others = terms.filter((term) => !own.includes(term));
    const of = field ? sql`entry.seq` : sql`record.seq`;
    return {
      field,
      where: [
        ...own.map(tests.byEntry),
        ...others.map((term) => (by === 'set' ? tests.bySet(term, of) : tests.byRecord(term, of))),
      ],
      needsRecord: others
        .flatMap(fieldsOf)
        .some((field) => (by === 'set' ? !indexes.has(field.name) : tests.isInRecord(field))),
    };
  }

  function source(
    { field, where }: { field?: Field; where: Test[] },
    needsRecord: boolean,
  ): { from: Sql; where: Test[] } {
    if (!field) return { from: sql`record`, where: [...tests.atPlace(), ...where] };
    const from = needsRecord
      ? sql`record_field as entry ${engineOf(db).leadingJoin} record on record.seq = entry.seq`
      : sql`record_field as entry`;
    return { from, where: [...tests.atIndex(field), ...where] };
  }
}

/** The field of a selective term; indexes are probed by counting up to a limit. */
async function findNarrow(db: Database, tests: TermTests, able: Condition[]): Promise<Field | undefined> {
  let narrowest: { field: Field; count: number } | undefined;
  for (const term of able) {
    const field = soleField(term) as Field;
    const where = sql.join([...tests.atIndex(field), tests.byEntry(term)], sql` and `);
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (select 1 from record_field as entry where ${where} limit ${selectiveLimit + 1}) as counted`.execute(
      db,
    );
    const count = Number(rows[0]?.count);
    if (count <= selectiveLimit && count < (narrowest?.count ?? Number.POSITIVE_INFINITY)) narrowest = { field, count };
  }
  return narrowest?.field;
}

function fieldOf(term: Condition | undefined): Field | undefined {
  return term && soleField(term);
}

function entryValue({ kind }: Field): Sql {
  return kind === 'number' ? entryNumber : entryText;
}

function direction(descending: boolean): Sql {
  return descending ? sql`desc` : sql`asc`;
}

function isEqual(term: Condition): boolean {
  if ('and' in term) return term.and.every(isEqual);
  // Several values are apart in the index, and not in the order of creation.
  return !('or' in term) && term.operator === 'eq';
}
