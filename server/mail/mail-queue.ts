import { createInFlight } from '../db/in-flight.ts';
import { newId } from '../db/new-id.ts';
import { outlast } from '../db/outlast.ts';
import type { Database } from '../db/schema.ts';
import type { Email, PostLetter, SendEmail } from './email.ts';
import { isAnswer, isRefused } from './is-refused.ts';
import type { Sealer } from './outbox.ts';
import { storeLetters } from './store-letters.ts';

/** Letters that have to arrive, though the mail server fails at this moment: they are stored, and tried again. */
export interface MailQueue {
  /**
   * Stores letters of a workspace's alerts, in the caller's transaction; they are sent by the next `sendDue`. Those for which there
   * is no room are reported and dropped.
   */
  addAlerts(transaction: Database, workspaceId: string, emails: Email[]): Promise<void>;
  /** Stores a letter and tries it at once. */
  post: PostLetter;
  /** Tries the letters that are due, each by one server. */
  sendDue(): Promise<void>;
  /** Finishes the attempts that are under way, and begins no more: letters are only stored, for the next server. */
  close(): Promise<void>;
}

interface MailQueueOptions extends Sealer {
  send: SendEmail;
  onError: (error: unknown) => void;
}

const minute = 60_000;
/** How long after each attempt the next one follows: ten in a day and a half. */
const waits = [1, 2, 5, 15, 30, 60, 180, 480, 1440].map((minutes) => minutes * minute);
/** For how long nobody else tries a letter that somebody is sending. */
const lease = 5 * minute;
/** Letters that are tried in one go. */
const atOnce = 100;

/** Creates the queue of letters to send; their text is encrypted, as their links may open accounts. */
export function createMailQueue(db: Database, { seal, unseal, now, send, onError }: MailQueueOptions): MailQueue {
  const time = () => now().getTime();
  const inFlight = createInFlight();
  const closing = new AbortController();

  /** Claims a letter and tries it. Returns whether the mail server can be talked to. */
  const attempt = async (id: string): Promise<boolean> => {
    const claim = newId('clm');
    const letter = await db
      .updateTable('letter_to_send')
      .set(({ eb }) => ({ claim, due_at: time() + lease, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .where('due_at', '<=', time())
      .where('expires_at', '>', time())
      .returningAll()
      .executeTakeFirst();
    if (!letter) return true;
    const { recipient: to, subject, body, attempts, expires_at } = letter;
    const text = unseal(id, body);
    const failure = await (async () => {
      // Without a text, the secret that it was encrypted with is gone: nobody can read it any longer.
      if (text !== undefined) await send({ to, subject, text });
    })().catch((error: unknown) => ({ error }));
    if (failure) onError(failure.error);
    const wait = waits[attempts - 1];
    const isOver = !failure || wait === undefined || isRefused(failure.error) || time() + wait >= Number(expires_at);
    const settle = isOver
      ? // Whoever else has claimed it meanwhile: it was sent, or never will be.
        () => db.deleteFrom('letter_to_send').where('id', '=', id).execute()
      : () =>
          db
            .updateTable('letter_to_send')
            .set({ due_at: time() + wait })
            .where('id', '=', id)
            .where('claim', '=', claim)
            .execute();
    // A letter whose end is forgotten would be sent again.
    await outlast<unknown>(settle, closing.signal);
    return !failure || isAnswer(failure.error);
  };

  const post: PostLetter = async (letter) => {
    const [id] = await storeLetters(db, [letter], { seal, now });
    if (id === undefined) throw new Error('Too many letters wait for the mail server.');
    if (!closing.signal.aborted) await attempt(id);
  };

  const sendDue = async () => {
    const due = await db
      .selectFrom('letter_to_send')
      .select('id')
      .where('due_at', '<=', time())
      .where('expires_at', '>', time())
      .orderBy('due_at')
      .limit(atOnce)
      .execute();
    // A server that does not answer one letter keeps the others waiting for as long.
    for (const { id } of due) if (closing.signal.aborted || !(await attempt(id))) return;
  };

  return {
    addAlerts: async (transaction, workspaceId, emails) => {
      const stored = await storeLetters(transaction, emails, { seal, now, workspaceId });
      const dropped = emails.length - stored.length;
      if (dropped > 0)
        onError(
          new Error(`Too many letters wait for the mail server: ${dropped} of alerts of ${workspaceId} are dropped.`),
        );
    },
    post: (letter) => inFlight.add(post(letter)),
    sendDue: () => inFlight.add(sendDue()),
    close: async () => {
      closing.abort();
      await inFlight.ended();
    },
  };
}
