import type { Email } from '../mail/email.ts';
import type { Language, MailedPortal } from './emails.ts';

/** The email to a member to whom a workspace was handed over. */
export function handoverEmail(
  portal: MailedPortal,
  language: Language,
  { to, name, workspace, by }: { to: string; name: string; workspace: string; by: string },
): Email {
  const url = `${portal.publicUrl}${language === 'en' ? '/en' : ''}/members`;
  const text = {
    pt: `Olá, ${name}!

${by} transferiu a você a administração do espaço de trabalho "${workspace}" no portal ${portal.name} e saiu dele.

Veja quem trabalha nele:

${url}
`,
    en: `Hello ${name},

${by} handed the workspace "${workspace}" on ${portal.name} over to you and left it. You are now an administrator.

See who works in it:

${url}
`,
  };
  const subject = {
    pt: `Você administra o espaço "${workspace}" no portal ${portal.name}`,
    en: `You administer the workspace "${workspace}" on ${portal.name}`,
  };
  return { to, subject: subject[language], text: text[language] };
}

/** The email to somebody whose account was deleted. */
export function goodbyeEmail(
  portal: Pick<MailedPortal, 'name'>,
  language: Language,
  { email, name }: { email: string; name: string },
): Email {
  const text = {
    pt: `Olá, ${name}!

A sua conta no portal ${portal.name} foi excluída, com os espaços de trabalho que eram só seus. As chaves e os clientes OAuth que você criou não funcionam mais.

Se não foi você, responda a quem opera este portal: os dados não podem ser recuperados, mas a sua senha pode ser conhecida por outra pessoa.
`,
    en: `Hello ${name},

Your ${portal.name} account was deleted, with the workspaces that were yours alone. The keys and OAuth clients that you created no longer work.

If this was not you, tell whoever runs this portal: the data cannot be restored, but somebody else may know your password.
`,
  };
  const subject = {
    pt: `Sua conta no portal ${portal.name} foi excluída`,
    en: `Your ${portal.name} account was deleted`,
  };
  return { to: email, subject: subject[language], text: text[language] };
}
