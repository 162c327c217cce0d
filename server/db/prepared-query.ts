import { type Compilable, CompiledQuery, type RawBuilder, type SqliteStatement } from 'kysely';
import type { DatabaseKind } from './database-kind.ts';
import { engineOf } from './engine.ts';
import type { Database } from './schema.ts';
import { findConnection } from './sqlite-connections.ts';

/** Runs a query with these values, by the names that it was written with. */
export type PreparedQuery<Given extends object, Row> = (db: Database, values: Given) => Promise<Row[]>;

/** Where a value goes whose name is known already. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

interface Prepared<Row> {
  query: CompiledQuery<Row>;
  isRead: boolean;
  /** The names of the values in their order, and what is the same at each run. */
  order: unknown[];
}

/**
 * Compiles a query once for each kind of database: on SQLite, building it anew costs more than its answer. `build` writes it with
 * `values.name` wherever a value will go, each by its name.
 */
export function prepareQuery<Given extends object, Row = never>(
  build: (db: Database, values: Given) => Compilable<Row> | RawBuilder<Row>,
): PreparedQuery<Given, Row> {
  const known = new Map<DatabaseKind, Prepared<Row>>();
  return async (db, values) => {
    const { kind } = engineOf(db);
    let prepared = known.get(kind);
    if (!prepared) {
      prepared = prepare(db, build);
      known.set(kind, prepared);
    }
    const { query, isRead, order } = prepared;
    const parameters = order.map((part) => (part instanceof Placeholder ? values[part.name as keyof Given] : part));
    const connection = findConnection(db, isRead);
    if (connection) return runAtOnce(connection.prepare(query.sql), parameters);
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}

function prepare<Given extends object, Row>(
  db: Database,
  build: (db: Database, values: Given) => Compilable<Row> | RawBuilder<Row>,
): Prepared<Row> {
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Given;
  const query = build(db, placeholders).compile(db);
  return { query, isRead: query.query.kind === 'SelectQueryNode', order: [...query.parameters] };
}

/** A statement without values, such as those about savepoints. */
export function prepareStatement(text: string): (db: Database) => Promise<never[]> {
  const run = prepareQuery<object>(() => ({ compile: () => CompiledQuery.raw(text) as CompiledQuery<never> }));
  return (db) => run(db, {});
}

function runAtOnce<Row>(statement: SqliteStatement, parameters: readonly unknown[]): Row[] {
  if (statement.reader) return statement.all(parameters) as Row[];
  statement.run(parameters);
  return [];
}
