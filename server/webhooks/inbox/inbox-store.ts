import { inTransaction } from '../../db/in-transaction.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import { newId } from '../../db/new-id.ts';
import { type PageOfRows, pageOfRows } from '../../db/page-of-rows.ts';
import type { Database, InboxRow } from '../../db/schema.ts';
import { checkQuota, type Quotas } from '../../identity/quotas.ts';

/** How an inbox responds. */
export interface InboxAnswer {
  status: number;
  delay_seconds: number;
  retry_after_seconds: number | null;
  close_connection: boolean;
}

const usualAnswer: InboxAnswer = {
  status: 200,
  delay_seconds: 0,
  retry_after_seconds: null,
  close_connection: false,
};

/** The fields of an inbox that callers write. */
export interface InboxFields {
  name?: string | null;
  answer?: Partial<InboxAnswer>;
  fail_next?: number;
}

export type ShownInbox = InboxRow & { message_count: number };

/** Creates an inbox. Refuses (403) more than the workspace may have. */
export async function openInbox(
  db: Database,
  quotas: Quotas,
  { workspaceId, now }: { workspaceId: string; now: Date },
  { name = null, answer, fail_next = 0 }: InboxFields,
): Promise<ShownInbox> {
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    await checkQuota(transaction, quotas, 'inboxes', { workspaceId, now });
    const id = newId('inb');
    const inbox = await transaction
      .insertInto('inbox')
      .values({
        id,
        workspace_id: workspaceId,
        name,
        answer: JSON.stringify({ ...usualAnswer, ...answer }),
        fail_next,
        created_at: now.toISOString(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { ...inbox, message_count: 0 };
  });
}

const shown = (db: Database, workspaceId: string) =>
  db
    .selectFrom('inbox')
    .selectAll('inbox')
    .select(({ selectFrom }) =>
      selectFrom('inbox_message')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('inbox_id', '=', 'inbox.id')
        .$asScalar()
        .$notNull()
        .as('message_count'),
    )
    .where('inbox.workspace_id', '=', workspaceId);

export async function findInbox(db: Database, workspaceId: string, id: string): Promise<ShownInbox | undefined> {
  return shown(db, workspaceId).where('inbox.id', '=', id).executeTakeFirst();
}

/** Whether an inbox exists, in any workspace. */
export async function isInbox(db: Database, id: string): Promise<boolean> {
  return (await db.selectFrom('inbox').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function readInboxes(
  db: Database,
  workspaceId: string,
  { limit, after = 0 }: { limit: number; after?: number },
): Promise<PageOfRows<ShownInbox>> {
  const rows = await shown(db, workspaceId)
    .where('inbox.seq', '>', after)
    .orderBy('inbox.seq')
    .limit(limit + 1)
    .execute();
  return pageOfRows(rows, limit);
}

/** Changes the given fields, including those of the response. */
export async function changeInbox(
  db: Database,
  workspaceId: string,
  id: string,
  { name, answer, fail_next }: InboxFields,
): Promise<ShownInbox | undefined> {
  return inTransaction(db, async (transaction) => {
    const held = await transaction
      .updateTable('inbox')
      .set({ id, ...(name !== undefined && { name }), ...(fail_next !== undefined && { fail_next }) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .returning('answer')
      .executeTakeFirst();
    if (held && answer)
      await transaction
        .updateTable('inbox')
        .set({ answer: JSON.stringify({ ...JSON.parse(held.answer), ...answer }) })
        .where('id', '=', id)
        .execute();
    return held && findInbox(transaction, workspaceId, id);
  });
}

export async function removeInbox(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('inbox')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Consumes one of the failures that an inbox is configured to respond with; returns whether one was left. */
export async function takeFailure(db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('inbox')
    .set(({ eb }) => ({ fail_next: eb('fail_next', '-', 1) }))
    .where('id', '=', id)
    .where('fail_next', '>', 0)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
