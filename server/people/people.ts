import { preferredLanguage } from '../answers/preferred-language.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { type AddressLimit, createAddressLimit } from '../identity/address-limit.ts';
import type { Peppers } from '../identity/peppers.ts';
import type { Log } from '../log.ts';
import type { Letter, SendLetter } from '../mail/letter.ts';
import { createMailer } from '../mail/mailer.ts';
import { type Auth, createAuth, type LinkToken } from './auth.ts';
import { confirmEmail } from './confirm-email.ts';
import { removeConsoleKeys } from './console-keys.ts';
import { confirmationLetter, type Language, passwordResetLetter } from './letters.ts';

/** What the portal keeps in order to know people: who they are, how often they may try, how they are written to. */
export interface People {
  auth(): Promise<Auth>;
  sendLetter: SendLetter;
  /** How often an address may try to get in. */
  signInLimit: AddressLimit;
  /** How many letters that confirm it an address may get; those past it are not sent. */
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
    sendLetter: createMailer(config, db, now),
    signInLimit: createAddressLimit(config.signInsPerHour, milliseconds),
    confirmationLimit: createAddressLimit(confirmationsPerHour, milliseconds),
    invitationLimit: createAddressLimit(invitationsPerHour, milliseconds),
  };
  return people;

  async function onPasswordReset(personId: string): Promise<void> {
    // Whoever has the letter's link reads what is sent to the address.
    await confirmEmail(db, personId);
    for (const workspaceId of await removeConsoleKeys(db, { personId })) forgetWorkspace(workspaceId);
  }

  async function sendPasswordReset({ request, ...link }: LinkToken): Promise<void> {
    // Who floods a mailbox is not told that there is one.
    if (resetLimit(link.email) !== undefined) return;
    // Nobody waits for the letter: how long the answer takes would tell who has an account.
    send(passwordResetLetter(config.publicUrl, languageOf(request), link));
  }

  async function sendConfirmation({ request, ...link }: LinkToken): Promise<void> {
    // Nor does a mail server that is down keep anybody from signing up.
    send(confirmationLetter(config.publicUrl, languageOf(request), link));
  }

  function send(letter: Letter): void {
    people.sendLetter(letter).catch((error) => log.error(error));
  }
}

function languageOf(request: Request | undefined): Language {
  return preferredLanguage({ 'accept-language': request?.headers.get('accept-language') ?? undefined });
}
