import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import { isOrdered } from '../records/atomically.ts';
import type { Call } from './behaviours/call.ts';

/**
 * Runs a call that changes records whose changes are ordered, or several records by a handler, in one transaction, one after another
 * in a workspace: no step is taken in between, and what happens is told if and only if all of it happens. Any other call just runs.
 */
export async function runOrdered<T>(call: Call, run: (call: Call) => Promise<T>): Promise<T> {
  const { api, db, plan, workspaceId } = call;
  const { operation, resource } = plan;
  const ordered = api.profile.handlers?.[operation.id] || isOrdered(api, resource?.store ?? '');
  if (operation.method === 'get' || !ordered) return run(call);
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    return run({ ...call, db: transaction });
  });
}
