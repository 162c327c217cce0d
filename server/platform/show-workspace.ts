import { readOrigins } from '../identity/stored-lists.ts';
import { callerOf } from './caller.ts';
import type { PlatformCall } from './handler.ts';
import { readQuotas } from './read-quotas.ts';

/** The caller's workspace as the platform API shows it, and the time there. */
export async function showWorkspace(call: PlatformCall): Promise<Record<string, unknown>> {
  const { workspaceId, real, now } = callerOf(call);
  const { allowed_origins, ...workspace } = await call.context.db
    .selectFrom('workspace')
    .select(['id', 'name', 'kind', 'created_at', 'expires_at', 'allowed_origins'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return {
    ...workspace,
    allowed_origins: allowed_origins && readOrigins(allowed_origins),
    now: now.toISOString(),
    ahead_seconds: (now.getTime() - real.getTime()) / 1000,
    quotas: await readQuotas(call, workspace.kind),
  };
}
