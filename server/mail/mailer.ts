import type { Config } from '../config.ts';
import type { Email, SendEmail } from './email.ts';

/** For how long a mail server that does not answer is waited for, in milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends emails through the configured mail server or, without one, stores them with `store`. */
export function createMailer({ smtpUrl, mailFrom }: Config, store: SendEmail): SendEmail {
  if (!smtpUrl) return store;
  let transport: Promise<{ sendMail(mail: Email & { from: string }): Promise<unknown> }> | undefined;
  return async (email) => {
    // Loaded with the first email: most portals never send one.
    transport ??= import('nodemailer').then(({ createTransport }) => createTransport({ url: smtpUrl, ...patience }));
    await (await transport).sendMail({ ...email, from: mailFrom });
  };
}
