import type { Kysely } from 'kysely';

/** Event payloads for receivers on an older version of the API. */
export async function olderPayloads(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('event').addColumn('older_payloads', 'text').execute();
}
