import { cursorPager, encodeCursor, invalidCursor } from '../dialect/pagination/cursor.ts';
import type { Handler } from '../pipeline/handle-request.ts';
import { listEvents } from '../sandbox/events/event-store.ts';
import { callerOf, catchUp } from './caller.ts';
import { presentEvent } from './present-event.ts';

const order = 'events';
const pager = cursorPager({ limit: 'limit', size: 20, max: 100, start: '' });

/** `GET /events`: what has happened in the workspace, the first first. */
export const listWorkspaceEvents: Handler = async (call) => {
  const { context, request } = call;
  const { workspaceId, now } = callerOf(call);
  const { type, api } = request.parameters.query as { type?: string; api?: string };
  const { limit, after } = pager.read(request.parameters.query);
  if (after && after.order !== order) throw invalidCursor('cursor');
  await catchUp(context, context.db, workspaceId, now);
  const { events, hasMore } = await listEvents(context.db, workspaceId, { limit, after: after?.seq, type, api });
  const last = events.at(-1);
  const body = {
    data: events.map(presentEvent),
    has_more: hasMore,
    next_cursor: hasMore && last ? encodeCursor({ order, seq: last.seq, keys: [] }) : null,
  };
  return { status: 200, mediaType: 'application/json', body };
};
