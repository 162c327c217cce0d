import type { Handler } from '../../pipeline/handle-request.ts';
import { listInboxes as list } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import { cursorAnswer, readCursor } from '../cursor-list.ts';
import { showInbox } from './show-inbox.ts';

const order = 'inboxes';

/** `GET /inboxes`: the workspace's inboxes, the first first. */
export const listInboxes: Handler = async (call) => {
  const { db, config } = call.context;
  const page = readCursor(call.request.parameters.query, order);
  const found = await list(db, callerOf(call).workspaceId, page);
  return cursorAnswer(found, order, (inbox) => showInbox(config.publicUrl, inbox));
};
