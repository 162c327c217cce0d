import type { Kysely } from 'kysely';

/** What an event tells to those who speak an older version of its API. */
export async function olderPayloads(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('event').addColumn('older_payloads', 'text').execute();
}
