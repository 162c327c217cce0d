import { readInvitations } from '../../people/invitations.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byNumber } from '../paging.ts';
import { showInvitation } from './show-invitation.ts';

const paging = byNumber('invitations');

/** `GET /invitations`: the workspace's invitations, newest first. */
export const listInvitations: Handler<'listInvitations'> = async (call) => {
  const { db, now } = call.context;
  const { workspaceId } = callerOf(call);
  const found = await readInvitations(db, workspaceId, paging.read(call.query));
  const data = found.rows.map((row) => showInvitation(row, now()));
  return answerPage(paging, found, data);
};
