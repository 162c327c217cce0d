import type { Handler } from '../handler.ts';
import { inboxOf } from './inbox-of.ts';
import { showInbox } from './show-inbox.ts';

/** `GET /inboxes/{inbox_id}`: an inbox, and its configured response. */
export const getInbox: Handler<'getInbox'> = async (call) => {
  const body = showInbox(call.context.config.publicUrl, await inboxOf(call));
  return { status: 200, mediaType: 'application/json', body };
};
