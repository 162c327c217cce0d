import type { Handler } from '../pipeline/handle-request.ts';
import { type EventSearch, listEvents } from '../sandbox/events/event-store.ts';
import { callerOf, catchUp } from './caller.ts';
import { cursorAnswer, readCursor } from './cursor-list.ts';
import { presentEvent } from './present-event.ts';

/** `GET /events`: what has happened in the workspace, the first first unless asked otherwise. */
export const listWorkspaceEvents: Handler = async (call) => {
  const { context, request } = call;
  const { workspaceId, now } = callerOf(call);
  const { order = 'asc', ...search } = request.parameters.query as EventSearch;
  const list = `events ${order}`;
  const page = readCursor(request.parameters.query, list);
  await catchUp(context, context.db, workspaceId, now);
  const { events, hasMore } = await listEvents(context.db, workspaceId, { ...search, ...page, order });
  return cursorAnswer({ rows: events, hasMore }, list, presentEvent);
};
