import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { findPool } from './pools.ts';
import { openPool } from './postgres-pool.ts';
import type { Database, Tables } from './schema.ts';
import { openReader } from './sqlite-connections.ts';

/** The database as it was at one moment, whatever others write meanwhile. It holds a connection until it is closed. */
export interface Snapshot {
  db: Database;
  close(): Promise<void>;
}

/** How many snapshots may be open: half of the connections at most, so that everything else goes on. */
export function snapshotsAtOnce(db: Database): number {
  const { max } = findPool(db)?.options ?? { max: Number.POSITIVE_INFINITY };
  return Math.max(1, Math.floor(max / 2));
}

/** Opens a snapshot. Nobody waits for it, but the longer it is open, the more of the past the database has to keep. */
export async function openSnapshot(db: Database): Promise<Snapshot> {
  const pool = findPool(db);
  if (pool) {
    const { max, connectionString: url } = pool.options;
    // The only connection is for everything else.
    const own = max === 1 && url ? openOne(url) : undefined;
    const begin = (own ?? db).startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only');
    const transaction = await begin.execute().catch(async (error) => {
      await own?.destroy();
      throw error;
    });
    return {
      db: transaction,
      close: () =>
        transaction
          .rollback()
          .execute()
          .finally(() => own?.destroy()),
    };
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

function openOne(url: string): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, { max: 1, limits: true }) }) });
}
