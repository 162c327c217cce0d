import { searchRequests } from '../../activity/requests/search-requests.ts';
import { encodeCursor } from '../../dialect/pagination/cursor.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { byNumber } from '../paging.ts';
import { showRequest } from './show-request.ts';

const paging = byNumber('requests desc');

/** `GET /requests`: the calls of the workspace, newest first, up to the one that was answered last. */
export const listRequests: Handler<'listRequests'> = async (call) => {
  const { context, query } = call;
  const { workspaceId } = callerOf(call);
  await context.activity.flush();
  const { status_class, credential_id, since, until, ...equal } = query;
  const search = {
    ...equal,
    ...(status_class && { class: Number(status_class[0]) }),
    actor_id: credential_id,
    since: since === undefined ? undefined : new Date(since),
    until: until === undefined ? undefined : new Date(until),
  };
  const { rows, hasMore, reached } = await searchRequests(context.db, workspaceId, search, paging.read(query));
  const seq = reached ?? rows.at(-1)?.seq;
  return {
    status: 200,
    mediaType: 'application/json',
    body: {
      data: rows.map(showRequest),
      has_more: hasMore,
      next_cursor: hasMore && seq !== undefined ? encodeCursor(paging.markOf({ seq })) : null,
    },
  };
};
