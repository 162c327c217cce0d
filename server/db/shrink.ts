import { sql } from 'kysely';
import { engineOf } from './engine.ts';
import { inTransaction } from './in-transaction.ts';
import type { Database } from './schema.ts';

/** How many pages (4 KiB each) are given back at once: others wait a few milliseconds for that. */
const slice = 500;

/**
 * Gives the space of deleted rows back to the file system, in slices between which others go on. PostgreSQL does this by itself
 * (autovacuum).
 */
export async function shrinkFile(db: Database): Promise<void> {
  if (engineOf(db).hasManyWriters) return;
  while (await inTransaction(db, giveBack));
  // The file is cut when the log is written back to it.
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/** Frees some pages at the end of the file; returns false when none are left. */
async function giveBack(db: Database): Promise<boolean> {
  const { rows } = await sql<{ freelist_count: number }>`pragma freelist_count`.execute(db);
  const free = rows[0]?.freelist_count ?? 0;
  // The driver steps a statement once, which frees one page.
  for (let page = 0; page < Math.min(free, slice); page++) await sql`pragma incremental_vacuum(1)`.execute(db);
  return free > slice;
}
