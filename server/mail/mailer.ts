import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import type { Letter, SendLetter } from './letter.ts';
import { keepLetter } from './outbox.ts';

/** Sends letters by the configured mail server or, where there is none, keeps them in the outbox. */
export function createMailer({ smtpUrl, mailFrom }: Config, db: Database, now: () => Date): SendLetter {
  if (!smtpUrl) return (letter) => keepLetter(db, letter, now());
  let transport: Promise<{ sendMail(mail: Letter & { from: string }): Promise<unknown> }> | undefined;
  return async (letter) => {
    // Loaded with the first letter: most portals start without ever sending one.
    transport ??= import('nodemailer').then(({ createTransport }) => createTransport(smtpUrl));
    await (await transport).sendMail({ ...letter, from: mailFrom });
  };
}
