import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import type { Database } from '../db/schema.ts';
import type { Letter } from './letter.ts';

export interface KeptLetter extends Letter {
  id: string;
  created_at: string;
}

const kept = 200;

/** Keeps a letter that has no mail server to go by; of all of them the newest 200. */
export async function keepLetter(db: Database, { to, subject, text }: Letter, now: Date): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const id = newId('ltr');
    await transaction
      .insertInto('outbox_letter')
      .values({ id, recipient: to, subject, body: text, created_at: now.toISOString() })
      .execute();
    const newest = transaction.selectFrom('outbox_letter').select('seq').orderBy('seq', 'desc').limit(kept);
    await transaction.deleteFrom('outbox_letter').where('seq', 'not in', newest).execute();
  });
}

/** The letters kept, the newest first. */
export async function listLetters(db: Database): Promise<KeptLetter[]> {
  const rows = await db.selectFrom('outbox_letter').selectAll().orderBy('seq', 'desc').execute();
  return rows.map(({ id, recipient, subject, body, created_at }) => ({
    id,
    to: recipient,
    subject,
    text: body,
    created_at,
  }));
}
