import { type Kysely, sql } from 'kysely';

/** When records were last changed, for the lists that are followed by it, and the last moment that each store gave away. */
export async function lastChanges(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('record').addColumn('changed_at', 'bigint').execute();
  // The records of other lists have no such moment, and cost this index nothing.
  await sql`create index record_by_change on record (workspace_id, api, store, parent, changed_at, seq)
    where changed_at is not null`.execute(db);
  await db.schema
    .createTable('last_change')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id').onDelete('cascade'))
    .addColumn('api', 'text', (column) => column.notNull())
    .addColumn('store', 'text', (column) => column.notNull())
    .addColumn('moment', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('last_change_key', ['workspace_id', 'api', 'store'])
    .execute();
}
