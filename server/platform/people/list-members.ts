import { listMembers as readMembers } from '../../people/members.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { principalOf } from '../audited-change.ts';
import { numberedPage } from '../newest-first-page.ts';

/** `GET /members`: the people in the workspace, those who came last first. */
export const listMembers: Handler = async (call) => {
  const { workspaceId } = principalOf(call);
  const { rows, ...page } = await numberedPage(call, 'members', (asked) =>
    readMembers(call.context.db, workspaceId, asked),
  );
  const data = rows.map(({ seq: _, ...member }) => member);
  return { status: 200, mediaType: 'application/json', body: { data, ...page } };
};
