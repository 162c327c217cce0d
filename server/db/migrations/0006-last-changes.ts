import { type Kysely, sql } from 'kysely';

/** When records were last changed, for incremental sync, and the last change time that each store assigned. */
export async function lastChanges(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('record').addColumn('changed_at', 'bigint').execute();
  // Records of other lists have no change time and are not in this partial index.
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
