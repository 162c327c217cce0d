import type { Texts } from '../answers/texts.ts';
import type { Role } from '../dialect/access.ts';
import type { Letter } from '../mail/letter.ts';

export type Language = 'pt' | 'en';

/** Tokens stand behind `#`, which no browser sends to any server: they get into no log. */
function link(publicUrl: string, language: Language, page: string, token: string): string {
  return `${publicUrl}${language === 'en' ? '/en' : ''}/${page}#token=${token}`;
}

/** The letter with which somebody chooses a new password. */
export function passwordResetLetter(
  publicUrl: string,
  language: Language,
  { email, name, token }: { email: string; name: string; token: string },
): Letter {
  const url = link(publicUrl, language, 'reset-password', token);
  const text = {
    pt: `Olá, ${name}!

Para escolher uma nova senha no Cais, abra este endereço em até uma hora:

${url}

Ele só funciona uma vez. Se não foi você que pediu, não é preciso fazer nada: a sua senha continua a mesma.
`,
    en: `Hello ${name},

To choose a new password for Cais, open this address within an hour:

${url}

It works once. If you did not ask for it, there is nothing to do: your password stays as it is.
`,
  };
  return {
    to: email,
    subject: { pt: 'Sua nova senha no Cais', en: 'Your new Cais password' }[language],
    text: text[language],
  };
}

/** The letter with which somebody confirms the own address. */
export function confirmationLetter(
  publicUrl: string,
  language: Language,
  { email, name, token }: { email: string; name: string; token: string },
): Letter {
  const url = link(publicUrl, language, 'confirm-email', token);
  const text = {
    pt: `Olá, ${name}!

Sua conta no Cais está pronta. Para confirmar que este e-mail é seu, abra este endereço em até sete dias:

${url}

Se não foi você que criou a conta, não é preciso fazer nada.
`,
    en: `Hello ${name},

Your Cais account is ready. To confirm that this address is yours, open this link within seven days:

${url}

If it was not you who made the account, there is nothing to do.
`,
  };
  return {
    to: email,
    subject: { pt: 'Confirme o seu e-mail no Cais', en: 'Confirm your e-mail address for Cais' }[language],
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
  /** Who invites; undefined when a program did. */
  inviter: string | undefined;
  token: string;
}

/** The letter that invites somebody into a workspace. */
export function invitationLetter(
  publicUrl: string,
  language: Language,
  { email, workspace, role, inviter, token }: InvitationFacts,
): Letter {
  const url = link(publicUrl, language, 'invitation', token);
  const name = roleNames[role][language];
  const text = {
    pt: `Olá!

${inviter ? `${inviter} convida você` : 'Você foi convidado'} para o espaço de trabalho "${workspace}" no Cais, como ${name}.

Para aceitar, abra este endereço em até sete dias:

${url}

Se você não esperava este convite, não é preciso fazer nada.
`,
    en: `Hello,

${inviter ? `${inviter} invites you` : 'You are invited'} to the workspace "${workspace}" on Cais, as ${name}.

To accept, open this address within seven days:

${url}

If you did not expect this invitation, there is nothing to do.
`,
  };
  const subject = { pt: `Convite para "${workspace}" no Cais`, en: `Invitation to "${workspace}" on Cais` };
  return { to: email, subject: subject[language], text: text[language] };
}
