import { randomUUID } from 'node:crypto';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database, EventRow } from '../../db/schema.ts';

/** An event before it is kept. */
export interface NewEvent {
  workspaceId: string;
  api: string;
  type: string;
  store: string;
  recordId: string;
  createdAt: string;
  payload: unknown;
}

export interface EventQuery {
  limit: number;
  /** Only events behind this row number. */
  after?: number;
  type?: string;
  api?: string;
}

const insert = prepareQuery((db) =>
  db
    .insertInto('event')
    .values({ id: '', workspace_id: '', api: '', type: '', store: '', record_id: '', created_at: '', payload: '' }),
);

/** Keeps an event for good. The caller holds the workspace's lock, so that row numbers grow in the order of commits. */
export async function insertEvent(
  transaction: Database,
  { workspaceId, api, type, store, recordId, createdAt, payload }: NewEvent,
): Promise<void> {
  const id = `evt_${randomUUID().replaceAll('-', '')}`;
  await insert(transaction, [id, workspaceId, api, type, store, recordId, createdAt, JSON.stringify(payload)]);
}

/** A page of a workspace's events, the first first, and whether there are more. */
export async function listEvents(
  db: Database,
  workspaceId: string,
  { limit, after, type, api }: EventQuery,
): Promise<{ events: EventRow[]; hasMore: boolean }> {
  let query = db
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('seq')
    .limit(limit + 1);
  if (after !== undefined) query = query.where('seq', '>', after);
  if (type !== undefined) query = query.where('type', '=', type);
  if (api !== undefined) query = query.where('api', '=', api);
  const events = await query.execute();
  return { events: events.slice(0, limit), hasMore: events.length > limit };
}

export async function findEvent(db: Database, workspaceId: string, id: string): Promise<EventRow | undefined> {
  return db
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}
