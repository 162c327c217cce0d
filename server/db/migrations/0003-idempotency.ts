import type { Kysely } from 'kysely';

/** Idempotency keys and their stored responses, so that a repeated request is not executed again. */
export async function idempotency(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('idempotency_key')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id').onDelete('cascade'))
    .addColumn('api', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('leased_until', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addPrimaryKeyConstraint('idempotency_key_key', ['workspace_id', 'api', 'operation', 'key'])
    .execute();
  await db.schema.createIndex('idempotency_key_by_expiry').on('idempotency_key').column('expires_at').execute();
}
