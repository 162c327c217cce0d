import { listMessages } from '../../webhooks/inbox/inbox-messages.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byNumber } from '../paging.ts';
import { inboxOf } from './inbox-of.ts';
import { showMessage } from './show-inbox.ts';

const paging = byNumber('inbox_messages');

/** `GET /inboxes/{inbox_id}/messages`: what an inbox has received, newest first. */
export const listInboxMessages: Handler<'listInboxMessages'> = async (call) => {
  const page = paging.read(call.query);
  const { id } = await inboxOf(call);
  const found = await listMessages(call.context.db, id, page);
  return answerPage(paging, found, found.rows.map(showMessage));
};
