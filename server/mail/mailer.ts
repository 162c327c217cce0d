import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import type { Email, SendEmail } from './email.ts';
import { storeEmail } from './outbox.ts';

/** Sends emails through the configured mail server or, without one, stores them in the outbox. */
export function createMailer({ smtpUrl, mailFrom }: Config, db: Database, now: () => Date): SendEmail {
  if (!smtpUrl) return (email) => storeEmail(db, email, now());
  let transport: Promise<{ sendMail(mail: Email & { from: string }): Promise<unknown> }> | undefined;
  return async (email) => {
    // Loaded with the first email: most portals never send one.
    transport ??= import('nodemailer').then(({ createTransport }) => createTransport(smtpUrl));
    await (await transport).sendMail({ ...email, from: mailFrom });
  };
}
