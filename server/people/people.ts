import { preferredLanguage } from '../answers/preferred-language.ts';
import type { Config } from '../config.ts';
import { createInFlight } from '../db/in-flight.ts';
import type { Database } from '../db/schema.ts';
import type { LimitStates } from '../dialect/limits/limit-states.ts';
import { type AddressLimit, createAddressLimit } from '../identity/address-limit.ts';
import type { Peppers } from '../identity/peppers.ts';
import { canUnseal, seal, unseal } from '../identity/sealed-secret.ts';
import type { Log } from '../log.ts';
import type { Letter, PostLetter, SendEmail } from '../mail/email.ts';
import { createMailQueue, type MailQueue } from '../mail/mail-queue.ts';
import { createMailer } from '../mail/mailer.ts';
import { createOutbox, type Outbox, type Sealer } from '../mail/outbox.ts';
import type { Language } from '../settings/languages.ts';
import type { Portal } from '../settings/portal/read-portal.ts';
import { type Auth, createAuth, type LinkToken } from './auth.ts';
import { confirmEmail } from './confirm-email.ts';
import { removeConsoleKeys } from './console-keys.ts';
import { confirmationEmail, passwordResetEmail } from './emails.ts';
import { forgetPerson } from './forget-person.ts';
import { mailboxOf } from './mailbox.ts';

/** Accounts, the limits on attempts, and the emails to people. */
export interface People {
  auth(): Promise<Auth>;
  /** Sends an email now, or fails. */
  sendEmail: SendEmail;
  /** Sends an email now or, while the mail server fails, later. */
  postEmail: PostLetter;
  /** Posts a letter for which no response waits; `close` does. */
  postLater(letter: Letter): void;
  /** The letters that wait for the mail server; undefined where there is none. */
  mailQueue: MailQueue | undefined;
  /** The emails that are stored because there is no mail server. */
  outbox: Outbox;
  /** The e-mail address of the account whose password a request to better-auth has reset. */
  emailsOfResets: WeakMap<Request, string>;
  /** How often an address may try to sign in. */
  signInLimit: AddressLimit;
  /** How often a password may be tried for an account, or on a device that the account knows. */
  attemptLimit: AddressLimit;
  /** How many confirmation emails a mailbox may get. */
  confirmationLimit: AddressLimit;
  /** How many invitations a workspace may send. */
  invitationLimit: AddressLimit;
  /** How many invitations a mailbox may get, over all workspaces. */
  invitedLimit: AddressLimit;
  /** Ends what is under way; letters that could not be sent wait for the next server. */
  close(): Promise<void>;
}

const resetsPerHour = 5;
const confirmationsPerHour = 5;
const invitationsPerHour = 100;
const invitationsPerMailboxAndDay = 5;

/** In seconds. */
const day = 24 * 60 * 60;
/** Short, because a stranger can make it start for the owner of an account on a new device. */
const attempts = { most: 10, seconds: 15 * 60 };

export function createPeople({
  db,
  config,
  portal,
  log,
  peppers,
  now,
  limitStates,
  forgetWorkspace,
}: {
  db: Database;
  config: Config;
  portal: Pick<Portal, 'name'>;
  log: Log;
  peppers: Peppers;
  now: () => Date;
  limitStates: LimitStates;
  forgetWorkspace(workspaceId: string): void;
}): People {
  const mailed = { publicUrl: config.publicUrl, name: portal.name };
  const milliseconds = () => now().getTime();
  const limitTo = (calls: number, name: string, seconds?: number) =>
    createAddressLimit({ limitStates, now: milliseconds, name, calls, ...(seconds && { seconds }) });
  const resetLimit = limitTo(resetsPerHour, 'reset');
  const sealer: Sealer = {
    seal: (owner, text) => seal(peppers, owner, text),
    unseal: (owner, text) => (canUnseal(peppers, text) ? unseal(peppers, owner, text) : undefined),
    now,
  };
  const outbox = createOutbox(db, sealer);
  const sendEmail = createMailer(config, outbox.store);
  const onError = (error: unknown) => log.error(error);
  const inFlight = createInFlight();
  const later = (work: Promise<unknown>) => void inFlight.add(work.catch(onError));
  const mailQueue = config.smtpUrl ? createMailQueue(db, { ...sealer, send: sendEmail, onError }) : undefined;
  const people: People = {
    auth: createAuth({ db, config, peppers, sendPasswordReset, sendConfirmation, onPasswordReset }),
    sendEmail,
    postEmail: mailQueue?.post ?? sendEmail,
    postLater: (letter) => later(people.postEmail(letter)),
    mailQueue,
    outbox,
    emailsOfResets: new WeakMap(),
    attemptLimit: limitTo(attempts.most, 'attempt', attempts.seconds),
    signInLimit: limitTo(config.signInsPerHour, 'sign-in'),
    confirmationLimit: limitTo(confirmationsPerHour, 'confirmation'),
    invitationLimit: limitTo(invitationsPerHour, 'invitation'),
    invitedLimit: limitTo(invitationsPerMailboxAndDay, 'invited', day),
    close: async () => {
      await Promise.all([mailQueue?.close(), inFlight.ended()]);
    },
  };
  return people;

  async function onPasswordReset(person: { id: string; email: string }, request: Request | undefined): Promise<void> {
    if (request) people.emailsOfResets.set(request, person.email);
    // Following the emailed link proves that the address belongs to the person.
    await confirmEmail(db, person.id);
    await removeConsoleKeys(db, { personId: person.id });
    await forgetPerson({ db, forgetWorkspace }, person.id);
  }

  async function sendPasswordReset({ request, ...link }: LinkToken): Promise<void> {
    // Neither awaited nor refused: the response and its duration would reveal who has an account.
    later(
      resetLimit(mailboxOf(link.email)).then((wait) => {
        if (wait === undefined) people.postLater(passwordResetEmail(mailed, languageOf(request), link));
      }),
    );
  }

  async function sendConfirmation({ request, ...link }: LinkToken): Promise<void> {
    // Accounts for many spellings of a person's address would flood one mailbox. Whoever asks again was counted before.
    const isNew = request?.url.endsWith('/sign-up/email');
    if (isNew && (await people.confirmationLimit(mailboxOf(link.email))) !== undefined) return;
    // Not awaited: a mail server that is down must not block a sign-up.
    people.postLater(confirmationEmail(mailed, languageOf(request), link));
  }
}

function languageOf(request: Request | undefined): Language {
  return preferredLanguage({ 'accept-language': request?.headers.get('accept-language') ?? undefined });
}
