import { checkGrant, rightsOfMember } from '../../identity/rights.ts';
import { renewInvitation, undoRenewal } from '../../people/invitations.ts';
import { changeAudited } from '../audited-change.ts';
import type { Handler } from '../handler.ts';
import { requireAdministrator } from './require-administrator.ts';
import { countInvitation, sendInvitation } from './send-invitation.ts';

/** `POST /invitations/{invitation_id}/links`: another link for an open or expired invitation, by e-mail and to copy; the former ends. */
export const createInvitationLink: Handler<'createInvitationLink'> = async (call) => {
  const { workspaceId, actor, grants } = requireAdministrator(call);
  const { config, db, peppers, now, scopes } = call.context;
  const id = call.path.invitation_id;
  const { former, invitation, token } = await changeAudited(call, async (transaction, audit) => {
    const invitedBy = actor.type === 'person' ? actor.id : null;
    const renewed = await renewInvitation(
      transaction,
      { peppers, quotas: config.quotas },
      { workspaceId, id, invitedBy, issuedBy: actor.id, now: now() },
    );
    const { email, role } = renewed.invitation;
    checkGrant(scopes, grants, rightsOfMember(role));
    await countInvitation(call, email);
    audit({ action: 'invitation.resent', target: { type: 'invitation', id }, details: { email, role } });
    return renewed;
  });
  const undo = () => undoRenewal(db, former, invitation);
  const body = await sendInvitation(call, { invitation, token, undo });
  return { status: 201, mediaType: 'application/json', headers: { 'cache-control': 'no-store' }, body };
};
