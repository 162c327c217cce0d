import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/**
 * Deliveries are taken in due order from an index with that order. PostgreSQL's statistics say that the queue is empty, as it usually
 * is, so that it would sort all pending rows for each batch; a function prevents that. SQLite uses the index anyway. The fill factor
 * leaves room for updates in place (HOT), without new index entries.
 */
export async function queueOrder(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  if (kind !== 'postgres') return;
  await sql`drop index delivery_by_due`.execute(db);
  await sql`create index delivery_by_due on delivery (endpoint_id, due_at, seq) where due_at is not null`.execute(db);
  await sql`create function due_deliveries(endpoint text, workspace_now bigint, real_now bigint, most integer)
    returns setof bigint language sql volatile set enable_sort = off set enable_bitmapscan = off as $$
      select seq from delivery
       where endpoint_id = endpoint and due_at <= workspace_now and (leased_until is null or leased_until < real_now)
       order by due_at, seq
       limit most
         for update skip locked
    $$`.execute(db);
  await sql`alter table delivery set (fillfactor = 50)`.execute(db);
  await sql`alter table attempt set (fillfactor = 50)`.execute(db);
}
