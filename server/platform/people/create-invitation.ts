import { checkGrant, rightsOfMember } from '../../identity/rights.ts';
import { insertInvitation, withdrawInvitation } from '../../people/invitations.ts';
import { changeAudited } from '../audited-change.ts';
import type { Handler } from '../handler.ts';
import { requireAdministrator } from './require-administrator.ts';
import { countInvitation, sendInvitation } from './send-invitation.ts';

/** `POST /invitations`: invites a person, by e-mail and by a link to copy. An invitation whose email cannot be sent is revoked. */
export const createInvitation: Handler<'createInvitation'> = async (call) => {
  const { workspaceId, actor, grants } = requireAdministrator(call);
  const { config, db, peppers, now, scopes } = call.context;
  checkGrant(scopes, grants, rightsOfMember(call.body.role));
  const { body } = call;
  await countInvitation(call, body.email);
  const [email, role] = [body.email.toLowerCase(), body.role];
  const invitedBy = actor.type === 'person' ? actor.id : null;
  const { invitation, token } = await changeAudited(call, async (transaction, audit) => {
    const made = await insertInvitation(
      transaction,
      { peppers, quotas: config.quotas },
      {
        workspaceId,
        email,
        role,
        invitedBy,
        issuedBy: actor.id,
        now: now(),
      },
    );
    const target = { type: 'invitation' as const, id: made.invitation.id };
    audit({ action: 'invitation.created', target, details: { email, role } });
    return made;
  });
  const undo = () => withdrawInvitation(db, { workspaceId, id: invitation.id, now: now() });
  const shown = await sendInvitation(call, { invitation, token, undo });
  const location = `${new URL(call.incoming.url).pathname.replace(/\/$/, '')}/${invitation.id}`;
  return {
    status: 201,
    mediaType: 'application/json',
    headers: { location, 'cache-control': 'no-store' },
    body: shown,
  };
};
