import { newId } from '../db/new-id.ts';
import type { Database } from '../db/schema.ts';
import type { Email, SendEmail } from './email.ts';
import type { Sealer } from './outbox.ts';

/** Letters that have to arrive, though the mail server fails at this moment: they are stored, and tried again. */
export interface MailQueue {
  /** Stores letters, in the caller's transaction; they are sent by the next `sendDue`. */
  add(transaction: Database, emails: Email[]): Promise<void>;
  /** Stores a letter and tries it at once. */
  post(email: Email): Promise<void>;
  /** Tries the letters that are due, each by one server. */
  sendDue(): Promise<void>;
}

interface MailQueueOptions extends Sealer {
  send: SendEmail;
  onError: (error: unknown) => void;
}

const minute = 60_000;
/** How long after each attempt the next one follows: ten in a day and a half. Links in letters live no longer than a week. */
const waits = [1, 2, 5, 15, 30, 60, 180, 480, 1440].map((minutes) => minutes * minute);
/** For how long nobody else tries a letter that somebody is sending. */
const lease = 5 * minute;
/** Letters that are tried in one go. */
const atOnce = 100;
/** Letters that may wait: a mail server that is down for long does not fill the database. */
const capacity = 10_000;

/** Creates the queue of letters to send; their text is encrypted, as their links may open accounts. */
export function createMailQueue(db: Database, { seal, unseal, now, send, onError }: MailQueueOptions): MailQueue {
  const time = () => now().getTime();

  const store = async (transaction: Database, emails: Email[], dueAt: number): Promise<string[]> => {
    const waiting = await transaction
      .selectFrom('letter_to_send')
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow();
    if (Number(waiting.all) + emails.length > capacity) throw new Error('Too many letters wait for the mail server.');
    const rows = emails.map(({ to, subject, text }) => {
      const id = newId('ltr');
      const created_at = now().toISOString();
      return { id, recipient: to, subject, body: seal(id, text), created_at, attempts: 0, due_at: dueAt, claim: null };
    });
    if (rows.length > 0) await transaction.insertInto('letter_to_send').values(rows).execute();
    return rows.map(({ id }) => id);
  };

  /** Claims a letter and tries it. Returns whether the mail server can be talked to. */
  const attempt = async (id: string): Promise<boolean> => {
    const claim = newId('clm');
    const letter = await db
      .updateTable('letter_to_send')
      .set(({ eb }) => ({ claim, due_at: time() + lease, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .where('due_at', '<=', time())
      .returningAll()
      .executeTakeFirst();
    if (!letter) return true;
    const { recipient: to, subject, body, attempts } = letter;
    const remove = () => db.deleteFrom('letter_to_send').where('id', '=', id).where('claim', '=', claim).execute();
    const text = unseal(id, body);
    try {
      // The secret that it was encrypted with is gone: nobody can read it any longer.
      if (text !== undefined) await send({ to, subject, text });
      await remove();
    } catch (error) {
      onError(error);
      const wait = waits[attempts - 1];
      if (wait === undefined || isRefused(error)) await remove();
      else
        await db
          .updateTable('letter_to_send')
          .set({ due_at: time() + wait })
          .where('id', '=', id)
          .where('claim', '=', claim)
          .execute();
      return isAnswer(error);
    }
    return true;
  };

  return {
    add: async (transaction, emails) => {
      await store(transaction, emails, time());
    },
    post: async (email) => {
      const [id] = await store(db, [email], time());
      await attempt(id as string);
    },
    sendDue: async () => {
      const due = await db
        .selectFrom('letter_to_send')
        .select('id')
        .where('due_at', '<=', time())
        .orderBy('due_at')
        .limit(atOnce)
        .execute();
      // A server that does not answer one letter keeps the others waiting for as long.
      for (const { id } of due) if (!(await attempt(id))) return;
    },
  };
}

/** Whether the mail server took the letter and said something about it. */
function isAnswer(error: unknown): error is { responseCode: number; code: string } {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number';
}

/** Whether the mail server will never take the letter: it refuses the address or the message for good (5xx). */
function isRefused(error: unknown): boolean {
  return isAnswer(error) && error.responseCode >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(error.code);
}
