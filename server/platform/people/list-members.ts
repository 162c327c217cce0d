import { readMembers } from '../../people/members.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byNumber } from '../paging.ts';

const paging = byNumber('members');

/** `GET /members`: the members of the workspace, newest first. */
export const listMembers: Handler<'listMembers'> = async (call) => {
  const { workspaceId } = callerOf(call);
  const found = await readMembers(call.context.db, workspaceId, paging.read(call.query));
  const data = found.rows.map(({ seq: _, ...member }) => member);
  return answerPage(paging, found, data);
};
