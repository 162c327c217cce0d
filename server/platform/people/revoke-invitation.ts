import { withdrawInvitation } from '../../people/invitations.ts';
import { changeAudited } from '../audited-change.ts';
import type { Handler } from '../handler.ts';
import { requireAdministrator } from './require-administrator.ts';

/** `DELETE /invitations/{invitation_id}`: revokes an invitation, which invalidates its link. */
export const revokeInvitation: Handler<'revokeInvitation'> = async (call) => {
  const { workspaceId } = requireAdministrator(call);
  const id = call.path.invitation_id;
  await changeAudited(call, async (transaction, audit) => {
    const wasOpen = await withdrawInvitation(transaction, { workspaceId, id, now: call.context.now() });
    if (wasOpen) audit({ action: 'invitation.revoked', target: { type: 'invitation', id } });
  });
  return { status: 204 };
};
