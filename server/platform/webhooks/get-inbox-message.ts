import { notFound } from '../../answers/refusal.ts';
import { findMessage } from '../../webhooks/inbox/inbox-messages.ts';
import type { Handler } from '../handler.ts';
import { inboxOf } from './inbox-of.ts';
import { showMessage } from './show-inbox.ts';

/** `GET /inboxes/{inbox_id}/messages/{message_id}`: a message as it was received. */
export const getInboxMessage: Handler<'getInboxMessage'> = async (call) => {
  const id = call.path.message_id;
  const message = await findMessage(call.context.db, (await inboxOf(call)).id, id);
  if (!message) throw notFound(id);
  return { status: 200, mediaType: 'application/json', body: showMessage(message) };
};
