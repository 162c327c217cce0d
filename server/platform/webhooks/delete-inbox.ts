import { notFound } from '../../answers/refusal.ts';
import { removeInbox } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `DELETE /inboxes/{inbox_id}`: deletes an inbox and its messages. */
export const deleteInbox: Handler<'deleteInbox'> = async (call) => {
  const id = call.path.inbox_id;
  if (!(await removeInbox(call.context.db, callerOf(call).workspaceId, id))) throw notFound(id);
  return { status: 204 };
};
