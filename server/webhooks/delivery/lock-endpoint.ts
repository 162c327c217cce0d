import { sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database, WebhookEndpointRow } from '../../db/schema.ts';

/** An endpoint, how far its workspace's clock is ahead, and the workspace's kind; the pace for which it waits, if any. */
export type LockedEndpoint = WebhookEndpointRow & {
  clock_offset: number;
  workspace_kind: 'guest' | 'team';
  waits_for: string | null;
};

const ofWorkspace = sql`
  (select clock_offset from workspace where workspace.id = workspace_id) as clock_offset,
  (select kind from workspace where workspace.id = workspace_id) as workspace_kind,
  (select pace from egress_wait where endpoint_id = webhook_endpoint.id) as waits_for`;

// A write that changes nothing takes the lock, and comes first: SQLite refuses a write after reads that another process has outdated.
const lockExclusive = prepareQuery<{ id: string }, LockedEndpoint>(
  (_db, { id }) => sql`update webhook_endpoint set url = url where id = ${id} returning *, ${ofWorkspace}`,
);
const lockShared = prepareQuery<{ id: string }, LockedEndpoint>(
  (_db, { id }) => sql`select *, ${ofWorkspace} from webhook_endpoint where id = ${id} for share of webhook_endpoint`,
);

/** Returned by a callback that needs the exclusive lock, before it has written anything. */
export const needsExclusiveLock = Symbol('needs exclusive lock');

/**
 * Runs a callback in a transaction that locks an endpoint. Where the database has many writers, the lock is shared at first,
 * so that processes share the work of one endpoint; a callback that must change the endpoint runs again with the exclusive
 * lock.
 */
export async function lockEndpoint<T>(
  db: Database,
  endpointId: string,
  run: (
    transaction: Database,
    endpoint: LockedEndpoint | undefined,
    isExclusive: boolean,
  ) => Promise<T | typeof needsExclusiveLock>,
): Promise<T> {
  for (const isExclusive of engineOf(db).hasManyWriters ? [false, true] : [true]) {
    const result = await inTransaction(db, async (transaction) => {
      const [endpoint] = await (isExclusive ? lockExclusive : lockShared)(transaction, { id: endpointId });
      return run(transaction, endpoint, isExclusive);
    });
    if (result !== needsExclusiveLock) return result;
  }
  throw new Error(`The lock on ${endpointId} is already exclusive.`);
}
