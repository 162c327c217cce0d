import { listInvitations as readInvitations } from '../../people/invitations.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { principalOf } from '../audited-change.ts';
import { numberedPage } from '../newest-first-page.ts';
import { presentInvitation } from './present-invitation.ts';

/** `GET /invitations`: who was invited into the workspace, the newest first. */
export const listInvitations: Handler = async (call) => {
  const { db, now } = call.context;
  const { workspaceId } = principalOf(call);
  const { rows, ...page } = await numberedPage(call, 'invitations', (asked) => readInvitations(db, workspaceId, asked));
  const data = rows.map((row) => presentInvitation(row, now()));
  return { status: 200, mediaType: 'application/json', body: { data, ...page } };
};
