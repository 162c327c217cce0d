import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import type { Database } from '../../db/schema.ts';
import type { Condition } from '../../dialect/filters/condition.ts';
import type { Field } from '../../dialect/filters/record-fields.ts';
import type { Place } from '../../records/find-record.ts';
import { type FieldIndexes, fieldsOf } from './field-indexes.ts';
import { compares, fieldValue, holds, lookedUp } from './field-value.ts';

export type Sql = RawBuilder<unknown>;
export type Test = RawBuilder<SqlBool>;

/** The value of an index entry: one of the two, by the kind of its field. */
export const entryNumber = sql`entry.number`;
export const entryText = sql`entry.text`;

/** The terms of a conjunction, those on one field combined, so that one range of its index answers them. */
export function termsOf(condition: Condition): Condition[] {
  const terms = 'and' in condition ? condition.and : [condition];
  const byField = Map.groupBy(terms, (term) => soleField(term)?.name ?? term);
  return [...byField.values()].map((same) => (same.length === 1 ? (same[0] as Condition) : { and: same }));
}

/** The only field of a term, if it has just one. */
export function soleField(term: Condition): Field | undefined {
  const [first, ...others] = fieldsOf(term);
  return first && others.every(({ name }) => name === first.name) ? first : undefined;
}

/** The ways to test in the database whether a record matches a term. */
export interface TermTests {
  /** The records of the list. */
  atPlace(): Test[];
  /** The entries of a field's index for the list. */
  atIndex(field: Field): Test[];
  /** By the entry of the driving index. */
  byEntry(term: Condition): Test;
  /** By the set of records in an index; by the record where there is no index. */
  bySet(term: Condition, seq: Sql): Test;
  /** By the content of the record with this row number. */
  byRecord(term: Condition, seq: Sql): Test;
  /** The value of a field of the record with this row number. */
  valueOf(field: Field, seq: Sql): Sql;
  /** Whether the record itself must be read for the value of a field. */
  isInRecord(field: Field): boolean;
}

export function createTests(
  db: Database,
  { workspaceId, api, store, parent }: Place,
  indexes: FieldIndexes,
): TermTests {
  const tests: TermTests = {
    atPlace: () => [
      sql`record.workspace_id = ${workspaceId}`,
      sql`record.api = ${api}`,
      sql`record.store = ${store}`,
      ...(parent === undefined ? [] : [sql<SqlBool>`record.parent = ${parent}`]),
    ],
    atIndex: ({ name, kind }) => [
      sql`entry.index_id = ${indexes.get(name)}`,
      ...(parent === undefined ? [] : [sql<SqlBool>`entry.parent = ${parent}`]),
      ...(kind === 'number' ? [] : [sql<SqlBool>`entry.number = 0`]),
    ],
    byEntry: (term) =>
      each(term, tests.byEntry, (leaf) => compares(db, leaf.field.kind === 'number' ? entryNumber : entryText, leaf)),
    bySet: (term, seq) => {
      const field = soleField(term);
      if (!field || !indexes.has(field.name)) {
        return each(
          term,
          (part) => tests.bySet(part, seq),
          (leaf) => tests.byRecord(leaf, seq),
        );
      }
      const inside = joined([...tests.atIndex(field), tests.byEntry(term)], 'and');
      return sql`${seq} in (select entry.seq from record_field as entry where ${inside})`;
    },
    byRecord: (term, seq) =>
      each(
        term,
        (part) => tests.byRecord(part, seq),
        (leaf) =>
          leaf.field.kind === 'list'
            ? holds(db, leaf.field, leaf.value)
            : compares(db, tests.valueOf(leaf.field, seq), leaf),
      ),
    valueOf: (field, seq) =>
      tests.isInRecord(field) ? fieldValue(db, field) : lookedUp(field, indexes.get(field.name) as number, seq),
    isInRecord: ({ name }) => !engineOf(db).readsIndexesFaster || !indexes.has(name),
  };
  return tests;
}

type Leaf = Exclude<Condition, { and: Condition[] } | { or: Condition[] }>;

function each(term: Condition, ofPart: (part: Condition) => Test, ofLeaf: (leaf: Leaf) => Test): Test {
  if ('and' in term) return joined(term.and.map(ofPart), 'and');
  if ('or' in term) return joined(term.or.map(ofPart), 'or');
  return ofLeaf(term);
}

function joined(tests: Test[], word: 'and' | 'or'): Test {
  if (tests.length === 0) return word === 'and' ? sql`1 = 1` : sql`1 = 0`;
  return sql`(${sql.join(tests, word === 'and' ? sql` and ` : sql` or `)})`;
}
