import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import type { Database, Tables } from './schema.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

// Row numbers come as bigint text from PostgreSQL; they stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens and migrates the database of a URL: `postgres://…` or the path of a SQLite file (made when missing). */
export async function openDatabase(url: string): Promise<Database> {
  const kind: DatabaseKind = /^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite';
  const db = new Kysely<Tables>({ dialect: kind === 'postgres' ? postgres(url) : sqlite(url) });
  await migrate(db, kind);
  return db;
}

function postgres(url: string): PostgresDialect {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A connection that is lost while nobody uses it is no error of anybody: the pool opens another.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

function sqlite(path: string): SqliteDialect {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  return new SqliteDialect({ database: openNodeSqlite(path) });
}
