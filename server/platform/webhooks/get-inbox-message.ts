import { notFound } from '../../dialect/errors/refusal.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { findMessage } from '../../webhooks/inbox/inbox-messages.ts';
import { inboxOf } from './inbox-of.ts';
import { showMessage } from './show-inbox.ts';

/** `GET /inboxes/{inbox_id}/messages/{message_id}`: a message as it came. */
export const getInboxMessage: Handler = async (call) => {
  const id = String(call.request.parameters.path.message_id);
  const message = await findMessage(call.context.db, (await inboxOf(call)).id, id);
  if (!message) throw notFound(id);
  return { status: 200, mediaType: 'application/json', body: showMessage(message) };
};
