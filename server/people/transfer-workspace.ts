import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database } from '../db/schema.ts';
import { writeAuditEntry } from '../identity/audit-trail.ts';
import { changeRole, endMembership, getMember, type Member } from './members.ts';

/**
 * Hands a workspace over: in one step, another member becomes an administrator, and the administrator who gives it away leaves.
 * Returns the successor.
 */
export async function transferWorkspace(
  db: Database,
  {
    workspaceId,
    personId,
    successorId,
    now,
  }: { workspaceId: string; personId: string; successorId: string; now: Date },
): Promise<Member> {
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const { role } = await getMember(transaction, workspaceId, personId);
    if (role !== 'administrator') throw notYours();
    if (successorId === personId) throw toYourself();
    const former = await getMember(transaction, workspaceId, successorId);
    const successor = await changeRole(transaction, {
      workspaceId,
      personId: successorId,
      role: 'administrator',
      now,
    });
    const by = { workspaceId, actor: { type: 'person' as const, id: personId }, now };
    if (former.role !== 'administrator') {
      const details = { former: former.role, role: 'administrator' };
      const target = { type: 'member' as const, id: successorId };
      await writeAuditEntry(transaction, { ...by, action: 'member.role_changed', target, details });
    }
    await endMembership(transaction, { workspaceId, personId, now });
    await writeAuditEntry(transaction, { ...by, action: 'member.removed', target: { type: 'member', id: personId } });
    return successor;
  });
}

function notYours(): Refusal {
  return new Refusal('insufficient_role', say('members.no-administrator'));
}

function toYourself(): Refusal {
  return new Refusal('invalid_state', say('members.to-yourself'));
}
