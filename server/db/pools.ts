import type { Pool } from 'pg';
import type { Database } from './schema.ts';

/** Keyed by the adapter, which a database shares with its transactions. */
const known = new WeakMap<object, Pool>();

export function setPool(db: Database, pool: Pool): void {
  known.set(db.getExecutor().adapter, pool);
}

/** The connections of a PostgreSQL database; undefined for SQLite. */
export function findPool(db: Database): Pool | undefined {
  return known.get(db.getExecutor().adapter);
}
