import { prepareQuery } from './prepared-query.ts';
import type { Database } from './schema.ts';

const lock = prepareQuery<{ id: string }>((db, { id }) =>
  db
    .updateTable('workspace')
    .set(({ ref }) => ({ clock_offset: ref('clock_offset') }))
    .where('id', '=', id),
);

/**
 * Locks a workspace until the transaction ends; only other lockers wait. An update that changes nothing does this on both
 * databases. Lock first in a transaction, to avoid deadlocks.
 */
export async function lockWorkspace(transaction: Database, workspaceId: string): Promise<void> {
  await lock(transaction, { id: workspaceId });
}
