import { requestSource } from '../../activity/requests/request-source.ts';
import { decodeCursor, encodeCursor, invalidCursor } from '../../dialect/pagination/cursor.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showRequest } from './show-request.ts';

const order = 'requests asc';

/** `GET /requests/stream`: calls as they are answered, until the caller disconnects or loses the right to it. */
export const streamRequests: Handler<'streamRequests'> = async (call) => {
  const { db, streams } = call.context;
  const lastId = call.incoming.headers['last-event-id'];
  const mark = lastId === undefined ? undefined : decodeCursor(String(lastId));
  if (lastId !== undefined && mark?.order !== order) throw invalidCursor('Last-Event-ID');
  const { workspaceId } = callerOf(call);
  const body = await streams.follow({ workspaceId, stillMay: call.stillMay }, () =>
    requestSource(db, {
      workspaceId,
      target: call.query.target,
      after: mark?.seq,
      show: showRequest,
      markOf: ({ seq }) => encodeCursor({ order, seq, keys: [] }),
    }),
  );
  const headers = { 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
  return { status: 200, mediaType: 'text/event-stream', headers, body };
};
