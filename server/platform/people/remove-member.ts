import { removeMember as takeOut } from '../../people/members.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeAudited, principalOf } from '../audited-change.ts';
import { requireAdministrator } from './require-administrator.ts';

/** `DELETE /members/{member_id}`: takes a member out of the workspace; everybody who writes may take out themselves. */
export const removeMember: Handler = async (call) => {
  const id = String(call.request.parameters.path.member_id);
  const { workspaceId, actor } = principalOf(call);
  if (actor.id !== id) requireAdministrator(call);
  await changeAudited(call, async (transaction, tell) => {
    tell({ action: 'member.removed', target: { type: 'member', id } });
    await takeOut(transaction, { workspaceId, personId: id, now: call.context.now() });
  });
  return { status: 204 };
};
