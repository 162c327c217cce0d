import { prepareQuery } from './prepared-query.ts';
import type { Database } from './schema.ts';

const lock = prepareQuery<{ id: string }>((db, { id }) =>
  db
    .updateTable('workspace')
    .set(({ ref }) => ({ clock_offset: ref('clock_offset') }))
    .where('id', '=', id),
);

/**
 * Makes others who lock this workspace wait until the transaction ends. An update that changes nothing does so on both
 * databases, and lets everybody else read and write on. Lock before anything else, so that no two wait for each other.
 */
export async function lockWorkspace(transaction: Database, workspaceId: string): Promise<void> {
  await lock(transaction, { id: workspaceId });
}
