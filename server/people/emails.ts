import type { Texts } from '../answers/texts.ts';
import type { Role } from '../dialect/access.ts';
import type { Email, Letter } from '../mail/email.ts';

export type Language = 'pt' | 'en';

/** The portal that e-mails speak for. */
export interface MailedPortal {
  publicUrl: string;
  name: string;
}

/** Tokens follow `#`: browsers do not send that part to any server, so they reach no log. */
function link(publicUrl: string, language: Language, page: string, token: string): string {
  return `${publicUrl}${language === 'en' ? '/en' : ''}/${page}#token=${token}`;
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
  const text = {
    pt: `Olá, ${name}!

Para escolher uma nova senha no portal ${portal.name}, abra este link, que expira em uma hora:

${url}

O link só funciona uma vez. Se não foi você que pediu, ignore este e-mail: a sua senha continua a mesma.
`,
    en: `Hello ${name},

To choose a new password for ${portal.name}, open this link, which expires in an hour:

${url}

The link works once. If you did not request it, ignore this e-mail: your password stays the same.
`,
  };
  return {
    to: email,
    subject: { pt: `Sua nova senha no portal ${portal.name}`, en: `Your new ${portal.name} password` }[language],
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
  const text = {
    pt: `Olá, ${name}!

Sua conta no portal ${portal.name} está pronta. Para confirmar que este e-mail é seu, abra este link, que expira em sete dias:

${url}

Se não foi você que criou a conta, ignore este e-mail.
`,
    en: `Hello ${name},

Your ${portal.name} account is ready. To confirm that this address is yours, open this link, which expires in seven days:

${url}

If you did not create the account, ignore this e-mail.
`,
  };
  return {
    to: email,
    subject: {
      pt: `Confirme o seu e-mail no portal ${portal.name}`,
      en: `Confirm your e-mail address for ${portal.name}`,
    }[language],
    text: text[language],
  };
}

const roleNames: Record<Role, Texts> = {
  administrator: { pt: 'administrador', en: 'an administrator' },
  developer: { pt: 'desenvolvedor', en: 'a developer' },
  reader: { pt: 'leitor', en: 'a reader' },
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
  const name = roleNames[role][language];
  const text = {
    pt: `Olá!

${inviter ? `${inviter} convida você` : 'Você foi convidado'} para o espaço de trabalho "${workspace}" no portal ${portal.name}, como ${name}.

Para aceitar, abra este link, que expira em sete dias:

${url}

Se você não esperava este convite, ignore este e-mail.
`,
    en: `Hello,

${inviter ? `${inviter} invites you` : 'You are invited'} to the workspace "${workspace}" on ${portal.name}, as ${name}.

To accept, open this link, which expires in seven days:

${url}

If you did not expect this invitation, ignore this e-mail.
`,
  };
  const subject = {
    pt: `Convite para "${workspace}" no portal ${portal.name}`,
    en: `Invitation to "${workspace}" on ${portal.name}`,
  };
  return { to: email, subject: subject[language], text: text[language] };
}
