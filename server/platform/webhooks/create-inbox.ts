import { publicPath } from '../../answers/public-path.ts';
import { openInbox } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showInbox } from './show-inbox.ts';

/** `POST /inboxes`: creates an address of the portal that stores what it receives. */
export const createInbox: Handler<'createInbox'> = async (call) => {
  const { context, incoming } = call;
  const inbox = await openInbox(context.db, context.config.quotas, callerOf(call), call.body ?? {});
  const body = showInbox(context.config.publicUrl, inbox);
  const headers = { location: `${publicPath(context.config.publicUrl)}${incoming.path}/${inbox.id}` };
  return { status: 201, mediaType: 'application/json', headers, body };
};
