import { Kysely, SqliteDialect } from 'kysely';
import { engineOf } from './engine.ts';
import type { Database, Tables } from './schema.ts';
import { openReader } from './sqlite-connections.ts';

/** The database as it was at one moment, whatever others write meanwhile. It holds a connection until it is closed. */
export interface Snapshot {
  db: Database;
  close(): Promise<void>;
}

/** Opens a snapshot. Nobody waits for it, but the longer it is open, the more of the past the database has to keep. */
export async function openSnapshot(db: Database): Promise<Snapshot> {
  if (engineOf(db).hasManyWriters) {
    const transaction = await db
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute();
    return { db: transaction, close: () => transaction.rollback().execute() };
  }
  // The reader that all share sees each commit at once, and must go on doing so.
  const own = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openReader(db) }) });
  const transaction = await own.startTransaction().execute();
  return {
    db: transaction,
    close: async () => {
      await transaction.rollback().execute();
      await own.destroy();
    },
  };
}
