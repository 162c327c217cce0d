import { notFound } from '../../answers/refusal.ts';
import { findInbox, type ShownInbox } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import type { PlatformCall } from '../handler.ts';

/** The inbox that the path names; refuses an unknown id with 404. */
export async function inboxOf(call: PlatformCall & { path: { inbox_id: string } }): Promise<ShownInbox> {
  const id = call.path.inbox_id;
  const inbox = await findInbox(call.context.db, callerOf(call).workspaceId, id);
  if (!inbox) throw notFound(id);
  return inbox;
}
