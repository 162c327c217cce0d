import { deleteMessages } from '../../webhooks/inbox/inbox-messages.ts';
import type { Handler } from '../handler.ts';
import { inboxOf } from './inbox-of.ts';

/** `DELETE /inboxes/{inbox_id}/messages`: empties an inbox. */
export const deleteInboxMessages: Handler<'deleteInboxMessages'> = async (call) => {
  await deleteMessages(call.context.db, (await inboxOf(call)).id);
  return { status: 204 };
};
