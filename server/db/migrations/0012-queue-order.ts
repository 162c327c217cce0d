import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/**
 * Deliveries are taken in the order in which they are due, by the index that has them so. PostgreSQL knows the queue as it usually is,
 * empty, and would rather sort all that waits for each few that it takes: a function of its own forbids that. SQLite does it right by
 * itself. Rows that leave room beside them are changed in place, without an entry in each of their indexes.
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
