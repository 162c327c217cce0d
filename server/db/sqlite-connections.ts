import type { SqliteDatabase } from 'kysely';
import type { Database } from './schema.ts';

/** The two connections of a SQLite database: the writer, and a reader of committed data that never waits. */
interface Connections {
  reader: SqliteDatabase;
  writer: SqliteDatabase;
  /** Opens one more reader. */
  open(): SqliteDatabase;
}

/** Keyed by the adapter, which a database shares with its transactions. */
const known = new WeakMap<object, Connections>();

export function setConnections(db: Database, connections: Connections): void {
  known.set(db.getExecutor().adapter, connections);
}

/**
 * The SQLite connection on which a query can run synchronously: the writer within a transaction, which holds it; otherwise the
 * reader. Undefined for writes outside a transaction, and for PostgreSQL.
 */
export function findConnection(db: Database, isRead: boolean): SqliteDatabase | undefined {
  const connections = known.get(db.getExecutor().adapter);
  if (db.isTransaction) return connections?.writer;
  return isRead ? connections?.reader : undefined;
}

/** Opens a connection of a SQLite database for a reader of its own. */
export function openReader(db: Database): SqliteDatabase {
  const connections = known.get(db.getExecutor().adapter);
  if (!connections) throw new Error('This database has no connections of its own.');
  return connections.open();
}
