import { dirname } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { localChannel, setChannel } from './announcements.ts';
import { writeBackInThread } from './checkpoints.ts';
import { migrate } from './migrate.ts';
import { openNodeSqlite, openSqliteReader } from './node-sqlite.ts';
import { setPool } from './pools.ts';
import { postgresChannel } from './postgres-channel.ts';
import { openPool } from './postgres-pool.ts';
import { makePrivateFile, makePrivateFolder, narrowFile } from './private-files.ts';
import type { Database, Tables } from './schema.ts';
import { setConnections } from './sqlite-connections.ts';
import { WaitingSqliteDialect } from './waiting-sqlite.ts';

/**
 * Opens and migrates a database: a `postgres://…` URL or the path of a SQLite file (created if missing). On PostgreSQL it uses at
 * most so many connections, and one more that listens.
 */
export async function openDatabase(url: string, connections = 10): Promise<Database> {
  return /^postgres(ql)?:/.test(url) ? openPostgres(url, connections) : openSqlite(url);
}

async function openPostgres(url: string, connections: number): Promise<Database> {
  // A migration may take as long as it needs.
  const migrating = openPostgresPool(url, { max: 2, limits: false });
  await migrate(migrating, 'postgres').finally(() => migrating.destroy());
  const db = openPostgresPool(url, { max: connections, limits: true });
  setChannel(db, postgresChannel(url));
  return db;
}

function openPostgresPool(url: string, options: { max: number; limits: boolean }): Database {
  const pool = openPool(url, options);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  setPool(db, pool);
  return db;
}

async function openSqlite(path: string): Promise<Database> {
  makePrivateFolder(dirname(path));
  // SQLite gives the files beside it the mode of the database; those that exist may be wider.
  makePrivateFile(path);
  for (const suffix of ['-wal', '-shm']) narrowFile(path + suffix);
  const writer = openNodeSqlite(path);
  const reader = openNodeSqlite(path);
  const stopWritingBack = writeBackInThread(path);
  const close = () => {
    stopWritingBack();
    reader.close();
    writer.close();
  };
  const db = new Kysely<Tables>({
    dialect: new WaitingSqliteDialect({ prepare: writer.prepare, close }, reader),
  });
  try {
    await migrate(db, 'sqlite');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  // From here on the dialect waits for locks; SQLite itself would hold the event loop meanwhile.
  for (const connection of [reader, writer]) connection.prepare('PRAGMA busy_timeout = 0').all([]);
  setConnections(db, { reader, writer, open: () => openSqliteReader(path) });
  setChannel(db, localChannel(db));
  return db;
}
