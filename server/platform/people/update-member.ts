import { checkGrant, rightsOfMember } from '../../identity/rights.ts';
import { changeRole, getMember } from '../../people/members.ts';
import { changeAudited } from '../audited-change.ts';
import type { Handler } from '../handler.ts';
import { requireAdministrator } from './require-administrator.ts';

/** `PATCH /members/{member_id}`: gives a member another role. */
export const updateMember: Handler<'updateMember'> = async (call) => {
  const { workspaceId, grants } = requireAdministrator(call);
  const id = call.path.member_id;
  const { role } = call.body;
  const body = await changeAudited(call, async (transaction, audit) => {
    const { role: former } = await getMember(transaction, workspaceId, id);
    checkGrant(call.context.scopes, grants, rightsOfMember(role), rightsOfMember(former));
    if (former !== role)
      audit({ action: 'member.role_changed', target: { type: 'member', id }, details: { former, role } });
    return changeRole(transaction, { workspaceId, personId: id, role, now: call.context.now() });
  });
  return { status: 200, mediaType: 'application/json', body };
};
