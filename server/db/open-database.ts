import { dirname } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { localChannel, setChannel } from './announcements.ts';
import { migrate } from './migrate.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import { postgresChannel } from './postgres-channel.ts';
import { makePrivateFile, makePrivateFolder, narrowFile } from './private-files.ts';
import type { Database, Tables } from './schema.ts';
import { setConnections } from './sqlite-connections.ts';

// PostgreSQL returns bigint as text; row numbers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens and migrates a database: a `postgres://…` URL or the path of a SQLite file (created if missing). On PostgreSQL it uses at
 * most so many connections, and one more that listens.
 */
export async function openDatabase(url: string, connections = 10): Promise<Database> {
  return /^postgres(ql)?:/.test(url) ? openPostgres(url, connections) : openSqlite(url);
}

async function openPostgres(url: string, connections: number): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // Losing an idle connection is not an error: the pool opens another.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db, 'postgres');
  setChannel(db, postgresChannel(url));
  return db;
}

async function openSqlite(path: string): Promise<Database> {
  makePrivateFolder(dirname(path));
  // SQLite gives the files beside it the mode of the database; those that exist may be wider.
  makePrivateFile(path);
  for (const suffix of ['-wal', '-shm']) narrowFile(path + suffix);
  const writer = openNodeSqlite(path);
  const reader = openNodeSqlite(path);
  const close = () => {
    reader.close();
    writer.close();
  };
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: { prepare: writer.prepare, close } }) });
  await migrate(db, 'sqlite');
  setConnections(db, { reader, writer });
  setChannel(db, localChannel(db));
  return db;
}
