import { type Compilable, CompiledQuery, type RawBuilder, type SqliteStatement } from 'kysely';
import type { DatabaseKind } from './database-kind.ts';
import { engineOf } from './engine.ts';
import { nameStatement } from './named-statements.ts';
import type { Database } from './schema.ts';
import { findConnection } from './sqlite-connections.ts';

/** Runs a query with the given values for its placeholders. */
export type PreparedQuery<Given extends object, Row> = (db: Database, values: Given) => Promise<Row[]>;

/** Marks the position of a named value in a query. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

interface Prepared<Row> {
  query: CompiledQuery<Row>;
  isRead: boolean;
  /** The parameters in order: placeholders and constants. */
  parameters: unknown[];
}

/**
 * Compiles a query once per kind of database: on SQLite, building it takes longer than running it. PostgreSQL plans it once per
 * connection. `build` uses `values.name` wherever a value will go.
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
    const { query, isRead } = prepared;
    const parameters = prepared.parameters.map((part) =>
      part instanceof Placeholder ? values[part.name as keyof Given] : part,
    );
    const connection = findConnection(db, isRead);
    if (connection) return runSync(connection.prepare(query.sql), parameters);
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
  if (engineOf(db).kind === 'postgres') nameStatement(query.sql);
  return { query, isRead: query.query.kind === 'SelectQueryNode', parameters: [...query.parameters] };
}

/** Prepares a statement without values, such as `savepoint`. */
export function prepareStatement(text: string): (db: Database) => Promise<never[]> {
  const run = prepareQuery<object>(() => ({ compile: () => CompiledQuery.raw(text) as CompiledQuery<never> }));
  return (db) => run(db, {});
}

function runSync<Row>(statement: SqliteStatement, parameters: readonly unknown[]): Row[] {
  if (statement.reader) return statement.all(parameters) as Row[];
  statement.run(parameters);
  return [];
}
