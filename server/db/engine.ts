import { type Kysely, PostgresAdapter, type RawBuilder, type SqlBool } from 'kysely';
import type { DatabaseKind } from './database-kind.ts';
import { postgresEngine } from './postgres-engine.ts';
import type { Database } from './schema.ts';
import { sqliteEngine } from './sqlite-engine.ts';

type Expression<T = unknown> = RawBuilder<T>;

/** Selects the deliveries that are due at an endpoint. */
export interface DueDeliveries {
  endpointId: string;
  /** The workspace's clock and the real one, in milliseconds since 1970. */
  now: number;
  real: number;
  limit: number;
}

/** Everything that differs between the databases, apart from how they are opened. */
export interface Engine {
  kind: DatabaseKind;
  /** Whether several transactions or processes can write at the same time. */
  hasManyWriters: boolean;
  /** Whether a field is read faster from its index than from the record's JSON. */
  readsIndexesFaster: boolean;
  /** A join that makes the planner read the left table first. */
  leadingJoin: Expression;
  /** A JSON path as text, which identifies the field of an index. */
  pathText(path: string[]): string;
  /** A property of the record's JSON as text; null if absent. */
  property(name: string): Expression<string | null>;
  /** The value at a path, as stored in indexes: a number or a text; the smallest of its kind if absent. */
  fieldValue(path: string[], kind: 'number' | 'boolean' | 'text'): Expression;
  contains(value: Expression, text: unknown): Expression<SqlBool>;
  endsWith(value: Expression, text: unknown): Expression<SqlBool>;
  /** Whether the list at a path of the record's JSON contains a text, or an object with that text at a key. */
  listHolds(path: string[], text: string, key?: string): Expression<SqlBool>;
  /** The items of a JSON list as rows with one column, `value`; `value->>'name'` is text. */
  membersOf(list: unknown): Expression;
  /** The deliveries that are due and not leased, as a condition on `delivery.seq`. */
  areDue(due: DueDeliveries): Expression<boolean>;
  /** Waits until no other transaction writes a store, and keeps them waiting until this one ends; SQLite has one writer anyway. */
  lockStore(db: Database, store: { workspaceId: string; api: string; store: string }): Promise<void>;
  /** How many records a field's index gets at once: others wait a few milliseconds for that. */
  indexSlice: number;
  /** Updates the planner's statistics after an index was filled: it would assume that the table is empty. */
  analyzeIndexes(db: Database): Promise<void>;
}

/** The engine of a database or of one of its transactions. */
export function engineOf<T>(db: Kysely<T>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? postgresEngine : sqliteEngine;
}
