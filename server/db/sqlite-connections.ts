import type { SqliteDatabase } from 'kysely';
import type { Database } from './schema.ts';

/** The two connections of a SQLite database: the one that writes, and one that reads what is committed and waits for nobody. */
interface Connections {
  reader: SqliteDatabase;
  writer: SqliteDatabase;
}

/** By the adapter, which a database shares with its transactions. */
const known = new WeakMap<object, Connections>();

export function rememberConnections(db: Database, connections: Connections): void {
  known.set(db.getExecutor().adapter, connections);
}

/**
 * The connection of a SQLite database on which a query may run at once: within a transaction the one that writes, which that holds;
 * outside of one, the one that reads. There is none for writes outside of a transaction, and none for PostgreSQL.
 */
export function findConnection(db: Database, isRead: boolean): SqliteDatabase | undefined {
  const connections = known.get(db.getExecutor().adapter);
  if (db.isTransaction) return connections?.writer;
  return isRead ? connections?.reader : undefined;
}
