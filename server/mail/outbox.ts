import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import type { Database } from '../db/schema.ts';
import type { Email } from './email.ts';

export interface StoredEmail extends Email {
  id: string;
  created_at: string;
}

const capacity = 200;

/** Stores an email when no mail server is configured; only the newest 200 are retained. */
export async function storeEmail(db: Database, { to, subject, text }: Email, now: Date): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const id = newId('ltr');
    await transaction
      .insertInto('outbox_letter')
      .values({ id, recipient: to, subject, body: text, created_at: now.toISOString() })
      .execute();
    const newest = transaction.selectFrom('outbox_letter').select('seq').orderBy('seq', 'desc').limit(capacity);
    await transaction.deleteFrom('outbox_letter').where('seq', 'not in', newest).execute();
  });
}

/** The stored emails, newest first. */
export async function listEmails(db: Database): Promise<StoredEmail[]> {
  const rows = await db.selectFrom('outbox_letter').selectAll().orderBy('seq', 'desc').execute();
  return rows.map(({ id, recipient, subject, body, created_at }) => ({
    id,
    to: recipient,
    subject,
    text: body,
    created_at,
  }));
}
