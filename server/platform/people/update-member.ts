import type { Role } from '../../identity/principal.ts';
import { changeRole, getMember } from '../../people/members.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeAudited } from '../audited-change.ts';
import { requireAdministrator } from './require-administrator.ts';

/** `PATCH /members/{member_id}`: another role for a member. */
export const updateMember: Handler = async (call) => {
  const { workspaceId } = requireAdministrator(call);
  const id = String(call.request.parameters.path.member_id);
  const { role } = call.request.body as { role: Role };
  const body = await changeAudited(call, async (transaction, tell) => {
    const { role: former } = await getMember(transaction, workspaceId, id);
    if (former !== role)
      tell({ action: 'member.role_changed', target: { type: 'member', id }, details: { former, role } });
    return changeRole(transaction, { workspaceId, personId: id, role });
  });
  return { status: 200, mediaType: 'application/json', body };
};
