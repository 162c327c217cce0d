import type { Database, EventRow } from '../db/schema.ts';
import { readEvents } from '../events/event-store.ts';
import type { Source } from '../events/live-streams.ts';
import { findDeliveries, type ShownDelivery } from './delivery-log.ts';

/** What of a workspace's events and deliveries a client follows, and how it is shown. */
export interface FollowedEvents {
  workspaceId: string;
  /** Only events and deliveries caused by this request. */
  requestId?: string;
  /** The row number of the last event that the client has; without it, only new events are sent. */
  after?: number;
  showEvent(event: EventRow): unknown;
  showDelivery(delivery: ShownDelivery): unknown;
  /** The id by which a client continues after an event. */
  markOf(event: EventRow): string;
}

const pollMs = 5_000;
const batchSize = 100;
/** A client this far behind has to reconnect. */
const tooFarBehind = 10_000;

/** Events and changes of deliveries, as a stream tells them. */
export async function eventSource(db: Database, followed: FollowedEvents): Promise<Source> {
  const { workspaceId, requestId, showEvent, showDelivery, markOf } = followed;
  const changed = new Set<string>();
  let last = followed.after ?? (await lastEvent(db, workspaceId));
  const isFollowed = (row: { request_id: string | null }) => requestId === undefined || row.request_id === requestId;
  return {
    every: pollMs,
    note: ({ deliveries = [] }) => {
      for (const id of deliveries) changed.add(id);
      return changed.size <= tooFarBehind;
    },
    sendNew: async (emit) => {
      const query = { limit: batchSize, after: last, order: 'asc' as const };
      const { rows: events, hasMore } = await readEvents(db, workspaceId, query);
      for (const event of events) {
        last = event.seq;
        if (isFollowed(event)) await emit('event', showEvent(event), markOf(event));
      }
      const ids = [...changed].slice(0, batchSize);
      for (const id of ids) changed.delete(id);
      for (const delivery of await findDeliveries(db, workspaceId, ids))
        if (isFollowed(delivery)) await emit('delivery', showDelivery(delivery));
      return hasMore || changed.size > 0;
    },
  };
}

async function lastEvent(db: Database, workspaceId: string): Promise<number> {
  const { rows: events } = await readEvents(db, workspaceId, { limit: 1, order: 'desc' });
  return events[0]?.seq ?? 0;
}
