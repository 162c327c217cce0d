import { inTransaction } from '../../db/in-transaction.ts';
import { newId } from '../../db/new-id.ts';
import { type PageOfRows, pageOfRows } from '../../db/page-of-rows.ts';
import type { Database, InboxMessageRow } from '../../db/schema.ts';

const mostMessages = 500;

/** Keeps a message; an inbox keeps so many, and the oldest make room. */
export async function keepMessage(db: Database, message: Omit<InboxMessageRow, 'seq' | 'id'>): Promise<void> {
  const id = newId('ibm');
  await inTransaction(db, async (transaction) => {
    // One after another, so that each sees what the others have kept.
    await transaction.updateTable('inbox').set({ id: message.inbox_id }).where('id', '=', message.inbox_id).execute();
    await transaction
      .insertInto('inbox_message')
      .values({ ...message, id })
      .execute();
    await transaction
      .deleteFrom('inbox_message')
      .where('inbox_id', '=', message.inbox_id)
      .where('seq', '<=', (eb) =>
        eb
          .selectFrom('inbox_message as kept')
          .select('kept.seq')
          .where('kept.inbox_id', '=', message.inbox_id)
          .orderBy('kept.seq', 'desc')
          .limit(1)
          .offset(mostMessages),
      )
      .execute();
  });
}

/** A page of what an inbox has received, the last first. */
export async function listMessages(
  db: Database,
  inboxId: string,
  { limit, after }: { limit: number; after?: number },
): Promise<PageOfRows<InboxMessageRow>> {
  const rows = await db
    .selectFrom('inbox_message')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .$if(after !== undefined, (query) => query.where('seq', '<', after as number))
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOfRows(rows, limit);
}

export async function findMessage(db: Database, inboxId: string, id: string): Promise<InboxMessageRow | undefined> {
  return db
    .selectFrom('inbox_message')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function deleteMessages(db: Database, inboxId: string): Promise<void> {
  await db.deleteFrom('inbox_message').where('inbox_id', '=', inboxId).execute();
}
