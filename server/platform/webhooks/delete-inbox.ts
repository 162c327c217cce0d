import { notFound } from '../../dialect/errors/refusal.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { deleteInbox as remove } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';

/** `DELETE /inboxes/{inbox_id}`: takes an inbox away, with all that it received. */
export const deleteInbox: Handler = async (call) => {
  const id = String(call.request.parameters.path.inbox_id);
  if (!(await remove(call.context.db, callerOf(call).workspaceId, id))) throw notFound(id);
  return { status: 204 };
};
