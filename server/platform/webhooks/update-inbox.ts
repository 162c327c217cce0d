import { notFound } from '../../answers/refusal.ts';
import { changeInbox } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showInbox } from './show-inbox.ts';

/** `PATCH /inboxes/{inbox_id}`: changes the response of an inbox. */
export const updateInbox: Handler<'updateInbox'> = async (call) => {
  const { db, config } = call.context;
  const id = call.path.inbox_id;
  const inbox = await changeInbox(db, callerOf(call).workspaceId, id, call.body);
  if (!inbox) throw notFound(id);
  return { status: 200, mediaType: 'application/json', body: showInbox(config.publicUrl, inbox) };
};
