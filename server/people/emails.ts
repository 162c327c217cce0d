import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import type { Role } from '../dialect/access.ts';
import type { Email, Letter } from '../mail/email.ts';
import { type Language, pagesIn } from '../settings/languages.ts';

/** The portal that e-mails speak for. */
export interface MailedPortal {
  publicUrl: string;
  name: string;
}

/** Tokens follow `#`: browsers do not send that part to any server, so they reach no log. */
function link(publicUrl: string, language: Language, page: string, token: string): string {
  return `${publicUrl}${pagesIn(language)}/${page}#token=${token}`;
}

/** The link that accepts an invitation. */
export function invitationLink(publicUrl: string, language: Language, token: string): string {
  return link(publicUrl, language, 'invitation', token);
}

/** In milliseconds: for how long the link to reset a password works. */
const resetLivesFor = 60 * 60_000;

/** The email with the link to reset a password. */
export function passwordResetEmail(
  portal: MailedPortal,
  language: Language,
  { email, name, token }: { email: string; name: string; token: string },
): Letter {
  const url = link(portal.publicUrl, language, 'reset-password', token);
  const text = say('letters.password-reset', { name, portal: portal.name, url });
  return {
    to: email,
    subject: say('letters.password-reset.subject', { portal: portal.name })[language],
    text: text[language],
    livesFor: resetLivesFor,
  };
}

/** The email with the link to confirm an address. */
export function confirmationEmail(
  portal: MailedPortal,
  language: Language,
  { email, name, token }: { email: string; name: string; token: string },
): Email {
  const url = link(portal.publicUrl, language, 'confirm-email', token);
  const text = say('letters.confirmation', { name, portal: portal.name, url });
  return {
    to: email,
    subject: say('letters.confirmation.subject', { portal: portal.name })[language],
    text: text[language],
  };
}

const roleNames: Record<Role, Texts> = {
  administrator: say('letters.roles.administrator'),
  developer: say('letters.roles.developer'),
  reader: say('letters.roles.reader'),
};

export interface InvitationFacts {
  email: string;
  workspace: string;
  role: Role;
  /** The person who invites; undefined when a program did. */
  inviter: string | undefined;
  token: string;
}

/** The email that invites a person to a workspace. */
export function invitationEmail(
  portal: MailedPortal,
  language: Language,
  { email, workspace, role, inviter, token }: InvitationFacts,
): Email {
  const url = invitationLink(portal.publicUrl, language, token);
  const values = { inviter, workspace, portal: portal.name, role: roleNames[role], url };
  const text = inviter ? say('letters.invitation', values) : say('letters.invitation.nobody', values);
  const subject = say('letters.invitation.subject', { workspace, portal: portal.name });
  return { to: email, subject: subject[language], text: text[language] };
}
