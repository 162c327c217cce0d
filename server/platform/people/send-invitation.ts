import { preferredLanguage } from '../../answers/preferred-language.ts';
import { Refusal, tooManyRequests } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Database } from '../../db/schema.ts';
import { invitationEmail, invitationLink } from '../../people/emails.ts';
import { emailedToken } from '../../people/invitation-token.ts';
import type { InvitationRow } from '../../people/invitations.ts';
import { mailboxOf } from '../../people/mailbox.ts';
import { unnamed } from '../../people/workspaces.ts';
import { callerOf } from '../caller.ts';
import type { PlatformCall } from '../handler.ts';
import { showInvitation } from './show-invitation.ts';

/** Refuses (429) more invitations than a workspace may send, and than a mailbox may get. */
export async function countInvitation(call: PlatformCall, email: string): Promise<void> {
  const { people } = call.context;
  const wait =
    (await people.invitationLimit(callerOf(call).workspaceId)) ?? (await people.invitedLimit(mailboxOf(email)));
  if (wait !== undefined) throw tooManyRequests(wait);
}

/**
 * E-mails an invitation, and returns it with its link, which is shown only now. Where the e-mail cannot be sent, `undo` runs and the
 * request is refused.
 */
export async function sendInvitation(
  call: PlatformCall,
  { invitation, token, undo }: { invitation: InvitationRow; token: string; undo: () => Promise<unknown> },
): Promise<Record<string, unknown>> {
  const { people, config, portal, db, log, peppers, now } = call.context;
  const { email, role, invited_by } = invitation;
  const names = await readNames(db, callerOf(call).workspaceId, invited_by);
  const language = preferredLanguage(call.incoming.headers);
  const emailed = emailedToken(peppers, token);
  const mailed = { publicUrl: config.publicUrl, name: portal.name };
  const message = invitationEmail(mailed, language, { email, role, ...names, token: emailed });
  await people.sendEmail(message).catch(async (error: Error) => {
    log.error(error);
    await undo();
    throw notSent();
  });
  return {
    ...showInvitation(invitation, now()),
    url: invitationLink(config.publicUrl, language, token),
    // Without a mail server, the outbox keeps the letter.
    emailed: config.smtpUrl !== undefined,
  };
}

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
  return new Refusal('mail_not_sent', say('invitations.not-sent'));
}
