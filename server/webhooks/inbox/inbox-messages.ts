import { sql } from 'kysely';
import { inTransaction } from '../../db/in-transaction.ts';
import { newId } from '../../db/new-id.ts';
import { type PageOfRows, pageOfRows, rowsThatFit } from '../../db/page-of-rows.ts';
import type { Database, InboxMessageRow } from '../../db/schema.ts';

const maxMessages = 500;

/** Stores a message; only the newest 500 of an inbox are retained. */
export async function storeMessage(db: Database, message: Omit<InboxMessageRow, 'seq' | 'id'>): Promise<void> {
  const id = newId('ibm');
  await inTransaction(db, async (transaction) => {
    // Serialized, so that each request sees the messages of the others.
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
          .selectFrom('inbox_message as retained')
          .select('retained.seq')
          .where('retained.inbox_id', '=', message.inbox_id)
          .orderBy('retained.seq', 'desc')
          .limit(1)
          .offset(maxMessages),
      )
      .execute();
  });
}

/** A page of what an inbox has received, newest first; large messages make it shorter. */
export async function listMessages(
  db: Database,
  inboxId: string,
  { limit, after }: { limit: number; after?: number },
): Promise<PageOfRows<InboxMessageRow>> {
  const newest = db
    .selectFrom('inbox_message')
    .where('inbox_id', '=', inboxId)
    .$if(after !== undefined, (query) => query.where('seq', '<', after as number))
    .orderBy('seq', 'desc');
  const sizes = await newest.select(sql<number>`octet_length(body)`.as('bytes')).limit(limit).execute();
  const size = rowsThatFit(sizes, limit);
  return pageOfRows(
    await newest
      .selectAll()
      .limit(size + 1)
      .execute(),
    size,
  );
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
