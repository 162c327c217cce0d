import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** A unique value belongs to a record by number and is deleted with it: records with different parents may share an id. */
export async function uniqueByNumber(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await db.schema.alterTable('unique_value').renameTo('unique_value_by_id').execute();
  await db.schema
    .createTable('unique_value')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id').onDelete('cascade'))
    .addColumn('api', 'text', (column) => column.notNull())
    .addColumn('store', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('record_seq', kind === 'postgres' ? 'bigint' : 'integer', (column) =>
      column.notNull().references('record.seq').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('unique_value_of_store', ['workspace_id', 'api', 'store', 'field', 'value'])
    .execute();
  await sql`
    insert into unique_value (workspace_id, api, store, field, value, record_seq)
    select taken.workspace_id, taken.api, taken.store, taken.field, taken.value, min(record.seq)
    from unique_value_by_id as taken
    join record on record.workspace_id = taken.workspace_id and record.api = taken.api
      and record.store = taken.store and record.id = taken.record_id
    group by taken.workspace_id, taken.api, taken.store, taken.field, taken.value`.execute(db);
  await db.schema.dropTable('unique_value_by_id').execute();
  await db.schema.createIndex('unique_value_by_record').on('unique_value').column('record_seq').execute();
}
