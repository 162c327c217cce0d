import { preferredLanguage } from '../answers/preferred-language.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { type AddressLimit, createAddressLimit } from '../identity/address-limit.ts';
import type { Peppers } from '../identity/peppers.ts';
import type { Log } from '../log.ts';
import type { Email, SendEmail } from '../mail/email.ts';
import { createMailer } from '../mail/mailer.ts';
import { type Auth, createAuth, type LinkToken } from './auth.ts';
import { confirmEmail } from './confirm-email.ts';
import { removeConsoleKeys } from './console-keys.ts';
import { confirmationEmail, type Language, passwordResetEmail } from './emails.ts';
import { forgetPerson } from './forget-person.ts';

/** Accounts, the limits on attempts, and the emails to people. */
export interface People {
  auth(): Promise<Auth>;
  sendEmail: SendEmail;
  /** How often an address may try to sign in. */
  signInLimit: AddressLimit;
  /** How many confirmation emails an address may get; further ones are not sent. */
  confirmationLimit: AddressLimit;
  /** How many invitations a workspace may send. */
  invitationLimit: AddressLimit;
}

const resetsPerHour = 5;
const confirmationsPerHour = 5;
const invitationsPerHour = 100;

export function createPeople({
  db,
  config,
  log,
  peppers,
  now,
  forgetWorkspace,
}: {
  db: Database;
  config: Config;
  log: Log;
  peppers: Peppers;
  now: () => Date;
  forgetWorkspace(workspaceId: string): void;
}): People {
  const milliseconds = () => now().getTime();
  const resetLimit = createAddressLimit(resetsPerHour, milliseconds);
  const people: People = {
    auth: createAuth({ db, config, peppers, sendPasswordReset, sendConfirmation, onPasswordReset }),
    sendEmail: createMailer(config, db, now),
    signInLimit: createAddressLimit(config.signInsPerHour, milliseconds),
    confirmationLimit: createAddressLimit(confirmationsPerHour, milliseconds),
    invitationLimit: createAddressLimit(invitationsPerHour, milliseconds),
  };
  return people;

  async function onPasswordReset(personId: string): Promise<void> {
    // Following the emailed link proves that the address belongs to the person.
    await confirmEmail(db, personId);
    await removeConsoleKeys(db, { personId });
    await forgetPerson({ db, forgetWorkspace }, personId);
  }

  async function sendPasswordReset({ request, ...link }: LinkToken): Promise<void> {
    // Silently ignored, so that the response does not reveal whether there is an account.
    if (resetLimit(link.email) !== undefined) return;
    // Not awaited: the duration of the response would reveal who has an account.
    send(passwordResetEmail(config.publicUrl, languageOf(request), link));
  }

  async function sendConfirmation({ request, ...link }: LinkToken): Promise<void> {
    // Not awaited: a mail server that is down must not block a sign-up.
    send(confirmationEmail(config.publicUrl, languageOf(request), link));
  }

  function send(email: Email): void {
    people.sendEmail(email).catch((error) => log.error(error));
  }
}

function languageOf(request: Request | undefined): Language {
  return preferredLanguage({ 'accept-language': request?.headers.get('accept-language') ?? undefined });
}
