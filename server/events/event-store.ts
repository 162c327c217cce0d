import { type Insertable, sql } from 'kysely';
import { containsText } from '../db/contains-text.ts';
import { newId } from '../db/new-id.ts';
import { type PageOfRows, pageOfRows, rowsThatFit } from '../db/page-of-rows.ts';
import { prepareQuery } from '../db/prepared-query.ts';
import type { Database, EventRow, Tables } from '../db/schema.ts';

/** An event before it is stored. */
export interface NewEvent {
  workspaceId: string;
  api: string;
  type: string;
  store: string;
  recordId: string;
  createdAt: string;
  payload: unknown;
  /** The request that caused it, directly or through a later step. */
  requestId?: string | null;
  /** By API version, where an older one represents it differently. */
  olderPayloads?: Record<string, unknown>;
  /** Sent to try a receiver out; nothing happened. Its id says so: `evt_test_…`, in the signed `webhook-id` too. */
  isTest?: boolean;
}

/** Criteria for events; all that are given must match. */
export interface EventSearch {
  type?: string;
  api?: string;
  record_id?: string;
  request_id?: string;
  /** From this time on, inclusive. */
  since?: string;
  /** Before this time. */
  until?: string;
  /** A text in the payload, in an identifier or in the type. */
  q?: string;
  order?: 'asc' | 'desc';
}

export interface EventQuery extends EventSearch {
  limit: number;
  /** Only events after this row number, in the order of the list. */
  after?: number;
}

type NewRow = Insertable<Tables['event']>;

const insert = prepareQuery<NewRow>((db, row) =>
  db.insertInto('event').values({
    id: row.id,
    workspace_id: row.workspace_id,
    api: row.api,
    type: row.type,
    store: row.store,
    record_id: row.record_id,
    created_at: row.created_at,
    payload: row.payload,
    older_payloads: row.older_payloads,
    request_id: row.request_id,
  }),
);

/** Stores an event and returns its id. The caller holds the workspace's lock, so row numbers follow the order of commits. */
export async function insertEvent(
  transaction: Database,
  { workspaceId, api, type, store, recordId, createdAt, payload, olderPayloads, isTest, requestId = null }: NewEvent,
): Promise<string> {
  const id = newId(isTest ? 'evt_test' : 'evt');
  await insert(transaction, {
    id,
    workspace_id: workspaceId,
    api,
    type,
    store,
    record_id: recordId,
    created_at: createdAt,
    payload: JSON.stringify(payload),
    older_payloads: olderPayloads ? JSON.stringify(olderPayloads) : null,
    request_id: requestId,
  });
  return id;
}

/** An event's payload in this version of its API, by default the newest; written when the event was stored. */
export function payloadOf({ payload, older_payloads }: EventRow, version?: string): unknown {
  const older = older_payloads === null ? {} : (JSON.parse(older_payloads) as Record<string, unknown>);
  return version !== undefined && Object.hasOwn(older, version) ? older[version] : JSON.parse(payload);
}

const exact = ['type', 'api', 'record_id', 'request_id'] as const;
const searched = ['id', 'type', 'record_id', 'request_id', 'payload'] as const;

/** A page of a workspace's events, oldest first by default, and whether there are more; large events make it shorter. */
export async function readEvents(
  db: Database,
  workspaceId: string,
  { limit, after, order = 'asc', since, until, q, ...search }: EventQuery,
): Promise<PageOfRows<EventRow>> {
  let query = db
    .selectFrom('event')
    .where('workspace_id', '=', workspaceId)
    .orderBy('seq', order)
    .limit(limit + 1);
  if (after !== undefined) query = query.where('seq', order === 'desc' ? '<' : '>', after);
  for (const name of exact) if (search[name] !== undefined) query = query.where(name, '=', search[name]);
  if (since !== undefined) query = query.where('created_at', '>=', asStored(since));
  if (until !== undefined) query = query.where('created_at', '<', asStored(until));
  if (q !== undefined) query = query.where(({ or }) => or(searched.map((name) => containsText(name, q))));
  const sizes = await query.select(bytesOfEvent).execute();
  const size = rowsThatFit(sizes, limit);
  return pageOfRows(
    await query
      .selectAll()
      .limit(size + 1)
      .execute(),
    size,
  );
}

const bytesOfEvent = sql<number>`octet_length(payload) + coalesce(octet_length(older_payloads), 0)`.as('bytes');

/** Times are stored in UTC with milliseconds, so they sort as text. */
export function asStored(time: string): string {
  return new Date(time).toISOString();
}

export async function findEvent(db: Database, workspaceId: string, id: string): Promise<EventRow | undefined> {
  return db
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}
