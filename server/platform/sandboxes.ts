import type { Context } from '../context.ts';
import type { Database } from '../db/schema.ts';
import { applyDueSteps } from '../records/lifecycle/apply-due-steps.ts';
import type { Sandbox } from '../records/sandbox.ts';

/** The sandboxes of a workspace, at a time of its clock. */
export function sandboxesOf({ apis, config }: Context, db: Database, workspaceId: string, now: Date): Sandbox[] {
  return [...apis.values()]
    .filter(({ isPlatform }) => !isPlatform)
    .map((api) => ({ db, api, workspaceId, now, baseUrl: config.publicUrl + api.basePath, requestId: null }));
}

/** Takes all due steps in the sandboxes of a workspace up to a time. */
export async function catchUp(context: Context, db: Database, workspaceId: string, now: Date): Promise<void> {
  for (const sandbox of sandboxesOf(context, db, workspaceId, now)) await applyDueSteps(sandbox);
}
