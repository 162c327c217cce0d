import type { Compilable, CompiledQuery } from 'kysely';
import { isPostgres } from './database-kind.ts';
import type { Database } from './schema.ts';
import { findReader } from './sqlite-reader.ts';

/** Runs a query with these values, in the order in which they stand in it. */
export type PreparedQuery<Row> = (db: Database, parameters: readonly unknown[]) => Promise<Row[]>;

/** Compiles a query once for each kind of database: on SQLite, building it anew costs more than its answer. */
export function prepareQuery<Row>(build: (db: Database) => Compilable<Row>): PreparedQuery<Row> {
  const compiled = new Map<boolean, CompiledQuery<Row>>();
  return async (db, parameters) => {
    const kind = isPostgres(db as never);
    let query = compiled.get(kind);
    if (!query) {
      query = build(db).compile();
      compiled.set(kind, query);
    }
    const reader = query.query.kind === 'SelectQueryNode' ? findReader(db) : undefined;
    if (reader) return reader.prepare(query.sql).all(parameters) as Row[];
    const { rows } = await db.executeQuery<Row>({ ...query, parameters } as CompiledQuery<Row>);
    return rows;
  };
}
