import { notFound } from '../../dialect/errors/refusal.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeInbox, type InboxFields } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import { showInbox } from './show-inbox.ts';

/** `PATCH /inboxes/{inbox_id}`: tells an inbox what to answer from now on. */
export const updateInbox: Handler = async (call) => {
  const { db, config } = call.context;
  const id = String(call.request.parameters.path.inbox_id);
  const inbox = await changeInbox(db, callerOf(call).workspaceId, id, call.request.body as InboxFields);
  if (!inbox) throw notFound(id);
  return { status: 200, mediaType: 'application/json', body: showInbox(config.publicUrl, inbox) };
};
