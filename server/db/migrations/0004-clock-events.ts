import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** The workspace's clock, the due time of a record's next step, and events. */
export async function clockEvents(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await db.schema
    .alterTable('workspace')
    .addColumn('clock_offset', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('record').addColumn('due_at', 'bigint').execute();
  // Few records have a due step: a partial index makes the query nearly free.
  await sql`create index record_by_due on record (workspace_id, api, due_at) where due_at is not null`.execute(db);

  const isPostgres = kind === 'postgres';
  await db.schema
    .createTable('event')
    .addColumn('seq', isPostgres ? 'bigserial' : 'integer', (column) =>
      isPostgres ? column.primaryKey() : column.primaryKey().autoIncrement(),
    )
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id').onDelete('cascade'))
    .addColumn('api', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('store', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('event_by_workspace').on('event').columns(['workspace_id', 'seq']).execute();
  await db.schema.createIndex('event_by_type').on('event').columns(['workspace_id', 'type', 'seq']).execute();
}
