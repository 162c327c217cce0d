import type { Context } from '../context.ts';
import type { Database } from '../db/schema.ts';
import { workspaceNow } from '../identity/workspace-clock.ts';
import type { HandlerCall } from '../pipeline/handle-request.ts';
import { applyDueSteps } from '../sandbox/lifecycle/apply-due-steps.ts';

/** For which workspace a platform operation is called, and what time it is inside and outside. */
export interface Caller {
  workspaceId: string;
  now: Date;
  real: Date;
}

/** The caller of an operation that asks for a key. */
export function callerOf({ principal, context }: HandlerCall): Caller {
  if (!principal) throw new Error('An operation without security has no caller.');
  const real = context.now();
  return { workspaceId: principal.workspaceId, now: workspaceNow(principal, real), real };
}

/** Brings whatever lives in a workspace up to a time, in every API. */
export async function catchUp({ apis, config }: Context, db: Database, workspaceId: string, now: Date): Promise<void> {
  for (const api of apis.values())
    await applyDueSteps(db, { api, workspaceId, baseUrl: config.publicUrl + api.basePath }, now);
}
