import { revokeInvitation as takeBack } from '../../people/invitations.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeAudited } from '../audited-change.ts';
import { requireAdministrator } from './require-administrator.ts';

/** `DELETE /invitations/{invitation_id}`: takes an invitation back; its link opens nothing from then on. */
export const revokeInvitation: Handler = async (call) => {
  const { workspaceId } = requireAdministrator(call);
  const id = String(call.request.parameters.path.invitation_id);
  await changeAudited(call, async (transaction, tell) => {
    const wasOpen = await takeBack(transaction, { workspaceId, id, now: call.context.now() });
    if (wasOpen) tell({ action: 'invitation.revoked', target: { type: 'invitation', id } });
  });
  return { status: 204 };
};
