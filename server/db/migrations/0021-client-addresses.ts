import { type Kysely, sql } from 'kysely';

/** From which addresses an OAuth client and its tokens work. */
export async function clientAddresses(db: Kysely<unknown>): Promise<void> {
  await sql`alter table oauth_client add column allowed_addresses text not null default ''`.execute(db);
}
