import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import type { Database } from '../db/schema.ts';
import type { Email, SendEmail } from './email.ts';

export interface StoredEmail extends Email {
  id: string;
  created_at: string;
}

/** The emails of a portal without a mail server. */
export interface Outbox {
  store: SendEmail;
  /** The stored emails, newest first. */
  list(): Promise<StoredEmail[]>;
}

/** Encrypts texts for an owner (an id); `unseal` returns undefined when the secret for it is gone. */
export interface Sealer {
  seal(owner: string, text: string): string;
  unseal(owner: string, text: string): string | undefined;
  now(): Date;
}

const capacity = 200;
/** The longest life of a link in an email, in milliseconds. */
const lifetime = 7 * 24 * 60 * 60 * 1000;

/**
 * Stores emails in the database: the newest 200, for a week. Their links open accounts, so their text is encrypted: a copy of
 * the database alone, such as a backup, opens nothing.
 */
export function createOutbox(db: Database, { seal, unseal, now }: Sealer): Outbox {
  const oldest = () => new Date(now().getTime() - lifetime).toISOString();
  return {
    store: async ({ to, subject, text }) => {
      const id = newId('ltr');
      const letter = { id, recipient: to, subject, body: seal(id, text), created_at: now().toISOString() };
      await inTransaction(db, async (transaction) => {
        await transaction.insertInto('outbox_letter').values(letter).execute();
        const newest = transaction.selectFrom('outbox_letter').select('seq').orderBy('seq', 'desc').limit(capacity);
        await transaction
          .deleteFrom('outbox_letter')
          .where(({ or, eb }) => or([eb('seq', 'not in', newest), eb('created_at', '<', oldest())]))
          .execute();
      });
    },
    list: async () => {
      const query = db.selectFrom('outbox_letter').selectAll().where('created_at', '>=', oldest());
      const rows = await query.orderBy('seq', 'desc').execute();
      return rows.flatMap(({ id, recipient: to, subject, body, created_at }) => {
        const text = unseal(id, body);
        return text === undefined ? [] : [{ id, to, subject, text, created_at }];
      });
    },
  };
}
