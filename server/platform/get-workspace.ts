import type { Handler } from '../pipeline/handle-request.ts';
import { callerOf } from './caller.ts';

/** `GET /workspace`: the workspace of the key, and what time it is there. */
export const getWorkspace: Handler = async (call) => {
  const { workspaceId, real, now } = callerOf(call);
  const workspace = await call.context.db
    .selectFrom('workspace')
    .select(['id', 'kind', 'created_at', 'expires_at'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  const clock = { now: now.toISOString(), ahead_seconds: (now.getTime() - real.getTime()) / 1000 };
  return { status: 200, mediaType: 'application/json', body: { ...workspace, ...clock } };
};
