import { decodeCursor, encodeCursor, invalidCursor } from '../../dialect/pagination/cursor.ts';
import { eventSource } from '../../webhooks/event-source.ts';
import { showDelivery } from '../../webhooks/show-delivery.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showEvent } from '../show-event.ts';

/** The oldest-first list of events; its cursors work in the stream too, so one continues where the other ends. */
const order = 'events asc';

/** `GET /events/stream`: events and delivery changes as they happen, until the caller disconnects or loses the right to it. */
export const streamEvents: Handler<'streamEvents'> = async (call) => {
  const { db, streams } = call.context;
  const lastId = call.incoming.headers['last-event-id'];
  const mark = lastId === undefined ? undefined : decodeCursor(lastId);
  if (lastId !== undefined && mark?.order !== order) throw invalidCursor('Last-Event-ID');
  const { workspaceId } = callerOf(call);
  const body = await streams.follow({ workspaceId, stillMay: call.stillMay }, () =>
    eventSource(db, {
      workspaceId,
      requestId: call.query.request_id,
      after: mark?.seq,
      showEvent,
      showDelivery,
      markOf: ({ seq }) => encodeCursor({ order, seq, keys: [] }),
    }),
  );
  const headers = { 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
  return { status: 200, mediaType: 'text/event-stream', headers, body };
};
