import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** What the limiters know of each caller, where several servers share it; and which periodic jobs are due. */
export async function sharedLimitsAndJobs(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('leased_until', 'bigint', (column) => column.notNull())
    .addColumn('lease_id', 'text', (column) => column.notNull())
    .execute();
  // SQLite has one process, which holds the states in memory.
  if (kind === 'sqlite') return;
  // Unlogged: a crash of PostgreSQL may forget the counts, and no request waits for the disk. Pages are half full, and only
  // the key is indexed, so that an update stays within its page.
  await sql`
    create unlogged table limit_state (
      caller text primary key,
      state text not null,
      write_id text not null,
      forget_at bigint not null
    ) with (fillfactor = 50)`.execute(db);
}
