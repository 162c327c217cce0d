import { type Environment, oneOf } from './read-setting.ts';

/** How mail is sent, or stored. */
export interface MailSettings {
  /** The mail server; without one, emails are stored in the outbox. */
  smtpUrl: string | undefined;
  /** The sender of emails. */
  mailFrom: string;
  /** Who may read the outbox: callers on this machine, everyone, or no one. */
  outbox: 'local' | 'open' | 'off';
}

/** Reads the settings of mail; throws an error that names the variable and the values it accepts. */
export function readMail(env: Environment): MailSettings {
  const { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom } = env;
  const server = smtpUrl && URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined;
  if (smtpUrl && !(server?.hostname && /^smtps?:$/.test(server.protocol)))
    throw new Error('SMTP_URL must be an address such as smtps://user:password@mail.example:465.');
  if (mailFrom ? !sender.test(mailFrom) : smtpUrl)
    throw new Error('MAIL_FROM must say from whom mail comes: "Cais <portal@example.com>".');
  return {
    smtpUrl: smtpUrl || undefined,
    mailFrom: mailFrom || 'Cais <cais@localhost>',
    outbox: oneOf(env, 'OUTBOX', ['local', 'open', 'off']),
  };
}

/** One address, alone or behind a name. */
const sender = /^([^<>\r\n]*<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/;
