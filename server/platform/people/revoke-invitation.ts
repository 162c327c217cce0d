import { withdrawInvitation } from '../../people/invitations.ts';
import { changeAudited } from '../audited-change.ts';
import type { Handler } from '../handler.ts';
import { requireAdministrator } from './require-administrator.ts';

/** `DELETE /invitations/{invitation_id}`: takes an invitation back; its link opens nothing from then on. */
export const revokeInvitation: Handler<'revokeInvitation'> = async (call) => {
  const { workspaceId } = requireAdministrator(call);
  const id = call.path.invitation_id;
  await changeAudited(call, async (transaction, tell) => {
    const wasOpen = await withdrawInvitation(transaction, { workspaceId, id, now: call.context.now() });
    if (wasOpen) tell({ action: 'invitation.revoked', target: { type: 'invitation', id } });
  });
  return { status: 204 };
};
