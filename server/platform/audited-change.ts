import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database } from '../db/schema.ts';
import { type AuditEntry, writeAuditEntry } from '../identity/audit-trail.ts';
import { callerOf } from './caller.ts';
import type { PlatformCall } from './handler.ts';

/** What a change tells of itself. */
export type Told = Pick<AuditEntry, 'action' | 'target' | 'details'>;

/**
 * Makes a change to what opens a workspace, one at a time, together with its entry in the audit trail; holds from the next
 * request on. What tells nothing leaves no entry.
 */
export async function changeAudited<Result>(
  call: PlatformCall,
  change: (transaction: Database, tell: (told: Told) => void) => Promise<Result>,
): Promise<Result> {
  const { context, incoming } = call;
  const { workspaceId, actor } = callerOf(call);
  const result = await inTransaction(context.db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const all: Told[] = [];
    const result = await change(transaction, (told) => all.push(told));
    const { address, id: requestId } = incoming;
    for (const told of all)
      await writeAuditEntry(transaction, { workspaceId, actor, address, requestId, now: context.now(), ...told });
    return result;
  });
  context.forgetWorkspace(workspaceId);
  return result;
}
