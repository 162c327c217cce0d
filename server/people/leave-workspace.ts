import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database } from '../db/schema.ts';
import { writeAuditEntry } from '../identity/audit-trail.ts';
import { endMembership } from './members.ts';

/** Removes a person from a workspace at their own request; even readers, who may change nothing else, may leave. */
export async function leaveWorkspace(
  db: Database,
  { workspaceId, personId, now }: { workspaceId: string; personId: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    await endMembership(transaction, { workspaceId, personId, now });
    await writeAuditEntry(transaction, {
      workspaceId,
      action: 'member.removed',
      actor: { type: 'person', id: personId },
      target: { type: 'member', id: personId },
      now,
    });
  });
}
