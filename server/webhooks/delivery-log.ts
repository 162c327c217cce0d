import { containsText } from '../db/contains-text.ts';
import { type PageOfRows, pageOfRows } from '../db/page-of-rows.ts';
import type { AttemptRow, Database, DeliveryRow } from '../db/schema.ts';
import { asStored, type EventSearch } from '../events/event-store.ts';

/** Criteria for deliveries; all that are given must match. */
export interface DeliveryQuery extends EventSearch {
  endpoint_id?: string;
  event_id?: string;
  status?: DeliveryRow['status'];
}

/** A delivery with the fields of its endpoint that are shown with it. */
export type ShownDelivery = DeliveryRow & {
  url: string;
  endpoint_status: string;
  circuit_opened_at: number | null;
  circuit_probe_at: number | null;
  /** The pace for which its endpoint waits, and until when on the real clock. */
  wait_pace: string | null;
  wait_until: number | null;
  clock_offset: number;
};

export interface Page {
  limit: number;
  /** Only rows after this row number, in the order of the list. */
  after?: number;
}

const equal = ['type', 'api', 'record_id', 'request_id', 'endpoint_id', 'event_id', 'status'] as const;

/** A page of a workspace's deliveries, newest first by default. */
export async function searchDeliveries(
  db: Database,
  workspaceId: string,
  query: DeliveryQuery,
  { limit, after }: Page,
): Promise<PageOfRows<ShownDelivery>> {
  const order = query.order ?? 'desc';
  let search = shownDeliveries(db).where('delivery.workspace_id', '=', workspaceId);
  for (const name of equal) if (query[name] !== undefined) search = search.where(`delivery.${name}`, '=', query[name]);
  if (query.since !== undefined) search = search.where('delivery.created_at', '>=', asStored(query.since));
  if (query.until !== undefined) search = search.where('delivery.created_at', '<', asStored(query.until));
  if (after !== undefined) search = search.where('delivery.seq', order === 'desc' ? '<' : '>', after);
  if (query.q !== undefined) {
    const { q } = query;
    search = search.where(({ or, exists, selectFrom }) =>
      or([
        ...(['id', 'event_id', 'type', 'record_id', 'request_id', 'endpoint_id'] as const).map((name) =>
          containsText(`delivery.${name}`, q),
        ),
        exists(
          selectFrom('event')
            .select('event.seq')
            .whereRef('event.id', '=', 'delivery.event_id')
            .where(containsText('event.payload', q)),
        ),
      ]),
    );
  }
  const rows = await search
    .orderBy('delivery.seq', order)
    .limit(limit + 1)
    .execute();
  return pageOfRows(rows, limit);
}

export async function findDelivery(db: Database, workspaceId: string, id: string): Promise<ShownDelivery | undefined> {
  const [row] = await findDeliveries(db, workspaceId, [id]);
  return row;
}

/** The workspace's deliveries among these ids, oldest first. */
export async function findDeliveries(db: Database, workspaceId: string, ids: string[]): Promise<ShownDelivery[]> {
  if (ids.length === 0) return [];
  return shownDeliveries(db)
    .where('delivery.workspace_id', '=', workspaceId)
    .where('delivery.id', 'in', ids)
    .orderBy('delivery.seq')
    .execute();
}

function shownDeliveries(db: Database) {
  return db
    .selectFrom('delivery')
    .innerJoin('webhook_endpoint', 'webhook_endpoint.id', 'delivery.endpoint_id')
    .innerJoin('workspace', 'workspace.id', 'delivery.workspace_id')
    .leftJoin('egress_wait', 'egress_wait.endpoint_id', 'delivery.endpoint_id')
    .selectAll('delivery')
    .select([
      'webhook_endpoint.url',
      'webhook_endpoint.status as endpoint_status',
      'webhook_endpoint.circuit_opened_at',
      'webhook_endpoint.circuit_probe_at',
      'egress_wait.pace as wait_pace',
      'egress_wait.until as wait_until',
      'workspace.clock_offset',
    ]);
}

/** A delivery's attempts, oldest first. */
export async function listAttempts(db: Database, deliveryId: string): Promise<AttemptRow[]> {
  return db.selectFrom('attempt').selectAll().where('delivery_id', '=', deliveryId).orderBy('number').execute();
}
