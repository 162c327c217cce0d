import { readEvents } from '../events/event-store.ts';
import { callerOf } from './caller.ts';
import type { Handler } from './handler.ts';
import { answerPage, byNumber } from './paging.ts';
import { catchUp } from './sandboxes.ts';
import { showEvent } from './show-event.ts';

/** `GET /events`: the events of the workspace, oldest first by default. */
export const listEvents: Handler<'listEvents'> = async (call) => {
  const { context, query } = call;
  const { workspaceId, now } = callerOf(call);
  const { order = 'asc', limit: _limit, cursor: _cursor, ...search } = query;
  const paging = byNumber(`events ${order}`);
  const page = paging.read(query);
  await catchUp(context, context.db, workspaceId, now);
  const found = await readEvents(context.db, workspaceId, { ...search, ...page, order });
  return answerPage(paging, found, found.rows.map(showEvent));
};
