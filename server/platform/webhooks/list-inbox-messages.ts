import type { Handler } from '../../pipeline/handle-request.ts';
import { listMessages } from '../../webhooks/inbox/inbox-messages.ts';
import { cursorAnswer, readCursor } from '../cursor-list.ts';
import { inboxOf } from './inbox-of.ts';
import { showMessage } from './show-inbox.ts';

const order = 'inbox_messages';

/** `GET /inboxes/{inbox_id}/messages`: what an inbox has received, the last first. */
export const listInboxMessages: Handler = async (call) => {
  const page = readCursor(call.request.parameters.query, order);
  const { id } = await inboxOf(call);
  return cursorAnswer(await listMessages(call.context.db, id, page), order, showMessage);
};
