import { type Compilable, CompiledQuery, type RawBuilder, type SqliteStatement } from 'kysely';
import { isPostgres } from './database-kind.ts';
import type { Database } from './schema.ts';
import { findConnection } from './sqlite-connections.ts';

/** Runs a query with these values, in the order in which they stand in it. */
export type PreparedQuery<Row> = (db: Database, parameters?: readonly unknown[]) => Promise<Row[]>;

/** Compiles a query once for each kind of database: on SQLite, building it anew costs more than its answer. */
export function prepareQuery<Row>(build: (db: Database) => Compilable<Row> | RawBuilder<Row>): PreparedQuery<Row> {
  const compiled = new Map<boolean, CompiledQuery<Row>>();
  return async (db, parameters = []) => {
    const kind = isPostgres(db as never);
    let query = compiled.get(kind);
    if (!query) {
      query = build(db).compile(db);
      compiled.set(kind, query);
    }
    const connection = findConnection(db, query.query.kind === 'SelectQueryNode');
    if (connection) return runAtOnce(connection.prepare(query.sql), parameters);
    const { rows } = await db.executeQuery<Row>({ ...query, parameters } as CompiledQuery<Row>);
    return rows;
  };
}

/** A statement without values, such as those about savepoints. */
export function prepareStatement(text: string): PreparedQuery<never> {
  return prepareQuery<never>(() => ({ compile: () => CompiledQuery.raw(text) as CompiledQuery<never> }));
}

function runAtOnce<Row>(statement: SqliteStatement, parameters: readonly unknown[]): Row[] {
  if (statement.reader) return statement.all(parameters) as Row[];
  statement.run(parameters);
  return [];
}
