import { type Kysely, PostgresAdapter, type RawBuilder, type SqlBool } from 'kysely';
import type { DatabaseKind } from './database-kind.ts';
import { postgresEngine } from './postgres-engine.ts';
import type { Database } from './schema.ts';
import { sqliteEngine } from './sqlite-engine.ts';

type Expression<T = unknown> = RawBuilder<T>;

/** What is due at an endpoint, for the sending process that asks. */
export interface DueDeliveries {
  endpointId: string;
  /** By the workspace's clock, and by the real one, in milliseconds since 1970. */
  now: number;
  real: number;
  limit: number;
}

/** All that differs between the databases, apart from how they are opened. */
export interface Engine {
  kind: DatabaseKind;
  /** Whether several processes, or several transactions of one, write at the same time. */
  hasManyWriters: boolean;
  /** Whether what a record has in a field is read faster from the field's index than from the record's JSON. */
  readsIndexesFaster: boolean;
  /** Between two tables of which the first is to be read first. */
  leadingJoin: Expression;
  /** A path into JSON as text, by which indexes know their field. */
  pathText(path: string[]): string;
  /** A property of the record's JSON as text; null where it is absent. */
  property(name: string): Expression<string | null>;
  /** What a record has at a path, as indexes hold it: a number, or a text; the least of them where it is absent. */
  fieldValue(path: string[], kind: 'number' | 'boolean' | 'text'): Expression;
  contains(value: Expression, text: unknown): Expression<SqlBool>;
  endsWith(value: Expression, text: unknown): Expression<SqlBool>;
  /** Whether the list at a path of the record's JSON holds a text. */
  listHolds(path: string[], text: string): Expression<SqlBool>;
  /** The members of a JSON list as rows of one column, `value`; `value->>'name'` is text. */
  membersOf(list: unknown): Expression;
  /** The deliveries that are due and not leased, as a condition on `delivery.seq`. */
  areDue(due: DueDeliveries): Expression<boolean>;
  /** Has the planner look at a field's index that was just made: it would take the table for an empty one. */
  learnIndexes(db: Database): Promise<void>;
}

/** The engine of a database, and of its transactions. */
export function engineOf<T>(db: Kysely<T>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? postgresEngine : sqliteEngine;
}
