import { endMembership } from '../../people/members.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { requireAdministrator } from './require-administrator.ts';

/** `DELETE /members/{member_id}`: takes a member out of the workspace; everybody who writes may take out themselves. */
export const removeMember: Handler<'removeMember'> = async (call) => {
  const id = call.path.member_id;
  const { workspaceId, actor } = callerOf(call);
  if (actor.id !== id) requireAdministrator(call);
  await changeAudited(call, async (transaction, tell) => {
    tell({ action: 'member.removed', target: { type: 'member', id } });
    await endMembership(transaction, { workspaceId, personId: id, now: call.context.now() });
  });
  return { status: 204 };
};
