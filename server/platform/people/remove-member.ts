import { endMembership } from '../../people/members.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { requireAdministrator } from './require-administrator.ts';

/** `DELETE /members/{member_id}`: removes a member; anyone but a reader may remove themselves. */
export const removeMember: Handler<'removeMember'> = async (call) => {
  const id = call.path.member_id;
  const { workspaceId, actor } = callerOf(call);
  if (actor.id !== id) requireAdministrator(call);
  await changeAudited(call, async (transaction, audit) => {
    audit({ action: 'member.removed', target: { type: 'member', id } });
    await endMembership(transaction, { workspaceId, personId: id, now: call.context.now() });
  });
  return { status: 204 };
};
