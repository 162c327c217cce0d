import { sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Log } from '../../log.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { applyDueSteps } from './apply-due-steps.ts';

export interface LiveWorkspaces {
  db: Database;
  apis: Map<string, ServedApi>;
  publicUrl: string;
  real: Date;
  /** Workspaces with open live streams here. */
  followed: string[];
  /** Whether this server also takes the steps of all workspaces with webhooks. */
  withWebhooks: boolean;
  log: Log;
}

/** Takes the due steps in workspaces with listeners: neither webhooks nor live streams must wait for a request. */
export async function advanceLiveWorkspaces({
  db,
  apis,
  publicUrl,
  real,
  followed,
  withWebhooks,
  log,
}: LiveWorkspaces): Promise<void> {
  if (!withWebhooks && followed.length === 0) return;
  const here = sql<number>`cast(${real.getTime()} as bigint) + workspace.clock_offset`;
  const rows = await db
    .selectFrom('workspace')
    .innerJoin('record', 'record.workspace_id', 'workspace.id')
    .select(['workspace.id', 'record.api', 'clock_offset'])
    .distinct()
    .where('record.due_at', '<=', here)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        ...(withWebhooks
          ? [
              exists(
                selectFrom('webhook_endpoint')
                  .select('webhook_endpoint.id')
                  .whereRef('webhook_endpoint.workspace_id', '=', 'workspace.id')
                  .where('webhook_endpoint.deleted_at', 'is', null),
              ),
            ]
          : []),
        ...(followed.length > 0 ? [eb('workspace.id', 'in', followed)] : []),
      ]),
    )
    .execute();
  for (const { id, api: slug, clock_offset } of rows) {
    const api = apis.get(slug);
    if (!api) continue;
    const now = new Date(real.getTime() + clock_offset);
    const sandbox = { db, api, workspaceId: id, now, baseUrl: publicUrl + api.basePath, requestId: null };
    // One workspace's failure must not stop the others.
    await applyDueSteps(sandbox).catch((err) => log.error({ err, workspaceId: id, api: slug }));
  }
}
