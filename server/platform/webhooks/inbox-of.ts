import { notFound } from '../../dialect/errors/refusal.ts';
import type { HandlerCall } from '../../pipeline/handle-request.ts';
import { findInbox, type ShownInbox } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';

/** The inbox that the path names; refuses with 404 when the workspace has none of that id. */
export async function inboxOf(call: HandlerCall): Promise<ShownInbox> {
  const id = String(call.request.parameters.path.inbox_id);
  const inbox = await findInbox(call.context.db, callerOf(call).workspaceId, id);
  if (!inbox) throw notFound(id);
  return inbox;
}
