import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database } from '../db/schema.ts';
import { type AuditEntry, writeAuditEntry } from '../identity/audit-trail.ts';
import { callerOf } from './caller.ts';
import type { PlatformCall } from './handler.ts';

/** The audited action of a change. */
export type AuditedAction = Pick<AuditEntry, 'action' | 'target' | 'details'>;

/**
 * Makes a change to credentials or access, together with its audit trail entries, under the workspace's lock; effective from
 * the next request on. A change that reports no action leaves no entry.
 */
export async function changeAudited<Result>(
  call: PlatformCall,
  change: (transaction: Database, audit: (action: AuditedAction) => void) => Promise<Result>,
): Promise<Result> {
  const { context, incoming } = call;
  const { workspaceId, actor } = callerOf(call);
  const result = await inTransaction(context.db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const all: AuditedAction[] = [];
    const result = await change(transaction, (action) => all.push(action));
    const { address, id: requestId } = incoming;
    for (const action of all)
      await writeAuditEntry(transaction, { workspaceId, actor, address, requestId, now: context.now(), ...action });
    return result;
  });
  context.forgetWorkspace(workspaceId);
  return result;
}
