import { say } from '../answers/say.ts';
import type { Email } from '../mail/email.ts';
import { type Language, pagesIn } from '../settings/languages.ts';
import type { MailedPortal } from './emails.ts';

/** The email to a member to whom a workspace was handed over. */
export function handoverEmail(
  portal: MailedPortal,
  language: Language,
  { to, name, workspace, by }: { to: string; name: string; workspace: string; by: string },
): Email {
  const url = `${portal.publicUrl}${pagesIn(language)}/members`;
  const text = say('letters.handover', { name, by, workspace, portal: portal.name, url });
  const subject = say('letters.handover.subject', { workspace, portal: portal.name });
  return { to, subject: subject[language], text: text[language] };
}

/** The email to somebody whose account was deleted. */
export function goodbyeEmail(
  portal: Pick<MailedPortal, 'name'>,
  language: Language,
  { email, name }: { email: string; name: string },
): Email {
  const text = say('letters.goodbye', { name, portal: portal.name });
  const subject = say('letters.goodbye.subject', { portal: portal.name });
  return { to: email, subject: subject[language], text: text[language] };
}
