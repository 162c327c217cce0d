import { notFound } from '../answers/refusal.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import { type PageOfRows, pageOfRows } from '../db/page-of-rows.ts';
import type { Database, SuggestionRow } from '../db/schema.ts';
import { portalApi } from '../events/event-names.ts';

/** Criteria for suggestions; all that are given must match. */
interface SuggestionSearch {
  state?: SuggestionRow['state'];
  api?: string;
  page?: string;
}

interface SuggestionQuery extends SuggestionSearch {
  limit: number;
  /** The last row number of the previous page. */
  after?: number;
}

/** A page of suggestions, newest first. */
export async function readSuggestions(
  db: Database,
  { limit, after, state, api, page }: SuggestionQuery,
): Promise<PageOfRows<SuggestionRow>> {
  let query = db
    .selectFrom('suggestion')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  if (after !== undefined) query = query.where('seq', '<', after);
  if (state !== undefined) query = query.where('state', '=', state);
  if (api !== undefined) query = query.where('api', '=', api);
  if (page !== undefined) query = query.where('page', '=', page);
  return pageOfRows(await query.execute(), limit);
}

/** A suggestion by its id; refuses with 404 one that does not exist. */
export async function getSuggestionRow(db: Database, id: string): Promise<SuggestionRow> {
  const row = await db.selectFrom('suggestion').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound(id);
  return row;
}

/** Marks a suggestion as done, or as open again; 404 if it does not exist. */
export async function changeSuggestion(
  db: Database,
  id: string,
  change: { state?: SuggestionRow['state'] },
): Promise<SuggestionRow> {
  if (change.state === undefined) return getSuggestionRow(db, id);
  const row = await db
    .updateTable('suggestion')
    .set({ state: change.state })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw notFound(id);
  return row;
}

/** Deletes a suggestion, with what the provider's events and deliveries tell of it; 404 if it does not exist. */
export async function removeSuggestion(db: Database, providerWorkspace: string, id: string): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, providerWorkspace);
    const row = await transaction.deleteFrom('suggestion').where('id', '=', id).returning('id').executeTakeFirst();
    if (!row) throw notFound(id);
    await transaction
      .deleteFrom('event')
      .where('workspace_id', '=', providerWorkspace)
      .where('record_id', '=', id)
      .where('api', '=', portalApi)
      .execute();
  });
}

/** Removes suggestions older than this many days, whatever their state: they may have an address of a person. */
export async function removeOldSuggestions(db: Database, now: Date, days: number): Promise<number> {
  const oldest = new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString();
  const { numDeletedRows } = await db.deleteFrom('suggestion').where('created_at', '<', oldest).executeTakeFirst();
  return Number(numDeletedRows);
}
