import { readInboxes } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byNumber } from '../paging.ts';
import { showInbox } from './show-inbox.ts';

const paging = byNumber('inboxes');

/** `GET /inboxes`: the workspace's inboxes, oldest first. */
export const listInboxes: Handler<'listInboxes'> = async (call) => {
  const { db, config } = call.context;
  const page = paging.read(call.query);
  const found = await readInboxes(db, callerOf(call).workspaceId, page);
  const data = found.rows.map((inbox) => showInbox(config.publicUrl, inbox));
  return answerPage(paging, found, data);
};
