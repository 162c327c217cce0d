import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** Which receivers have confirmed that they want webhooks, which endpoints wait for a pace, and how much inboxes store. */
export async function consentAndTurns(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await sql`alter table webhook_endpoint add column confirmed_at text`.execute(db);
  await sql`alter table webhook_endpoint add column confirmed_addresses text`.execute(db);
  await sql`alter table inbox add column stored_bytes bigint not null default 0`.execute(db);
  await sql`update inbox set stored_bytes = (
    select coalesce(sum(octet_length(query) + octet_length(headers) + octet_length(body)), 0)
      from inbox_message where inbox_id = inbox.id)`.execute(db);
  // Unlogged, as egress_pace: a crash of PostgreSQL may forget it.
  const unlogged = kind === 'postgres' ? 'unlogged' : '';
  await sql
    .raw(`create ${unlogged} table egress_wait (
      endpoint_id text primary key,
      workspace_id text not null,
      pace text not null,
      until bigint not null,
      served bigint not null,
      workspace_served bigint not null
    )`)
    .execute(db);
  await sql`create index egress_wait_by_pace on egress_wait (pace, workspace_served)`.execute(db);
}
