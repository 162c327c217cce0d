import { preferredLanguage } from '../../answers/preferred-language.ts';
import { Refusal, tooManyRequests } from '../../answers/refusal.ts';
import type { Database } from '../../db/schema.ts';
import { checkGrant, rightsOfMember } from '../../identity/rights.ts';
import { invitationEmail } from '../../people/emails.ts';
import { insertInvitation, withdrawInvitation } from '../../people/invitations.ts';
import { mailboxOf } from '../../people/mailbox.ts';
import { unnamed } from '../../people/workspaces.ts';
import { changeAudited } from '../audited-change.ts';
import type { Handler } from '../handler.ts';
import { requireAdministrator } from './require-administrator.ts';
import { showInvitation } from './show-invitation.ts';

/** `POST /invitations`: invites a person by e-mail. An invitation whose email cannot be sent is revoked. */
export const createInvitation: Handler<'createInvitation'> = async (call) => {
  const { workspaceId, actor, grants } = requireAdministrator(call);
  const { people, config, db, log, peppers, now, scopes } = call.context;
  checkGrant(scopes, grants, rightsOfMember(call.body.role));
  const { body } = call;
  const wait = (await people.invitationLimit(workspaceId)) ?? (await people.invitedLimit(mailboxOf(body.email)));
  if (wait !== undefined) throw tooManyRequests(wait);
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
  const { workspace, inviter } = await readNames(db, workspaceId, invitedBy);
  const language = preferredLanguage(call.incoming.headers);
  const message = invitationEmail(config.publicUrl, language, { email, role, workspace, inviter, token });
  await people.sendEmail(message).catch(async (error: Error) => {
    log.error(error);
    await withdrawInvitation(db, { workspaceId, id: invitation.id, now: now() });
    throw notSent();
  });
  const location = `${new URL(call.incoming.url).pathname.replace(/\/$/, '')}/${invitation.id}`;
  const headers = { location };
  return { status: 201, mediaType: 'application/json', headers, body: showInvitation(invitation, now()) };
};

async function readNames(
  db: Database,
  workspaceId: string,
  personId: string | null,
): Promise<{ workspace: string; inviter: string | undefined }> {
  const workspace = await db.selectFrom('workspace').select('name').where('id', '=', workspaceId).executeTakeFirst();
  const person = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId ?? '')
    .executeTakeFirst();
  return { workspace: workspace?.name ?? unnamed, inviter: person?.name };
}

function notSent(): Refusal {
  return new Refusal('mail_not_sent', {
    en: 'The mail server did not accept the message, and the invitation was not sent. Try again later.',
    pt: 'O servidor de e-mail não aceitou a mensagem, e o convite não foi enviado. Tente de novo mais tarde.',
  });
}
