import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import { isOrdered, storesRemovedWith } from '../records/atomically.ts';
import type { Call } from './behaviours/call.ts';

/**
 * Runs a call in one transaction, serialized per workspace, if it changes records whose changes are ordered, or several
 * records through a handler: no lifecycle step comes in between, and events are emitted only if everything succeeds. Any
 * other call just runs.
 */
export async function runOrdered<T>(call: Call, run: (call: Call) => Promise<T>): Promise<T> {
  const { api, db, plan, workspaceId } = call;
  const { operation, resource, role } = plan;
  const store = resource?.store ?? '';
  const stores = role === 'delete' ? storesRemovedWith(api, store) : [store];
  const isSerialized = api.profile.handlers?.[operation.id] || isOrdered(api, stores);
  if (operation.method === 'get' || !isSerialized) return run(call);
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    return run({ ...call, db: transaction });
  });
}
