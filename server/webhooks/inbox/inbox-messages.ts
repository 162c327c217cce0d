import { sql } from 'kysely';
import { inTransaction } from '../../db/in-transaction.ts';
import { newId } from '../../db/new-id.ts';
import { type PageOfRows, pageOfRows, rowsThatFit } from '../../db/page-of-rows.ts';
import type { Database, InboxMessageRow } from '../../db/schema.ts';

const maxMessages = 500;

/** Stores a message; only the newest 500 of an inbox are retained, and no more than so many bytes. */
export async function storeMessage(
  db: Database,
  message: Omit<InboxMessageRow, 'seq' | 'id'>,
  maxBytes: number,
): Promise<void> {
  const { inbox_id: inboxId, query, headers, body } = message;
  const added = [query, headers, body].reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);
  await inTransaction(db, async (transaction) => {
    // Serialized, so that each request sees the messages of the others.
    const { stored_bytes } = await addBytes(transaction, inboxId, added);
    await transaction
      .insertInto('inbox_message')
      .values({ ...message, id: newId('ibm') })
      .execute();
    let removed = await removeMessages(transaction, inboxId, newestBut(transaction, inboxId, maxMessages));
    if (stored_bytes - removed > maxBytes) {
      const oldest = await oldestBeyond(transaction, inboxId, stored_bytes - removed - maxBytes);
      removed += await removeMessages(transaction, inboxId, oldest);
    }
    if (removed > 0) await addBytes(transaction, inboxId, -removed);
  });
}

function addBytes(transaction: Database, inboxId: string, bytes: number): Promise<{ stored_bytes: number }> {
  return transaction
    .updateTable('inbox')
    .set(({ eb }) => ({ stored_bytes: eb('stored_bytes', '+', bytes) }))
    .where('id', '=', inboxId)
    .returning('stored_bytes')
    .executeTakeFirstOrThrow();
}

const bytesOf = sql<number>`octet_length(query) + octet_length(headers) + octet_length(body)`;

/** The row number of the newest message after which so many came. */
function newestBut(db: Database, inboxId: string, count: number) {
  return db
    .selectFrom('inbox_message as retained')
    .select('retained.seq')
    .where('retained.inbox_id', '=', inboxId)
    .orderBy('retained.seq', 'desc')
    .limit(1)
    .offset(count);
}

/** The row number up to which the oldest messages must go to free so many bytes. */
async function oldestBeyond(db: Database, inboxId: string, bytes: number): Promise<number> {
  const rows = await db
    .selectFrom('inbox_message')
    .select(['seq', bytesOf.as('bytes')])
    .where('inbox_id', '=', inboxId)
    .orderBy('seq')
    .execute();
  let freed = 0;
  for (const row of rows) {
    freed += row.bytes;
    if (freed >= bytes) return row.seq;
  }
  return rows.at(-1)?.seq ?? 0;
}

/** Deletes messages up to a row number; returns how many bytes they had. */
async function removeMessages(
  transaction: Database,
  inboxId: string,
  upTo: number | ReturnType<typeof newestBut>,
): Promise<number> {
  const removed = await transaction
    .deleteFrom('inbox_message')
    .where('inbox_id', '=', inboxId)
    .where('seq', '<=', upTo)
    .returning(bytesOf.as('bytes'))
    .execute();
  return removed.reduce((sum, { bytes }) => sum + bytes, 0);
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
  await inTransaction(db, async (transaction) => {
    await transaction.updateTable('inbox').set({ stored_bytes: 0 }).where('id', '=', inboxId).execute();
    await transaction.deleteFrom('inbox_message').where('inbox_id', '=', inboxId).execute();
  });
}
