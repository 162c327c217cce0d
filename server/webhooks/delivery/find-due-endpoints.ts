import { sql } from 'kysely';
import type { Database } from '../../db/schema.ts';

/** The endpoints, of one workspace or of all, to which something may be sent now: each by its workspace's own clock. */
export async function findDueEndpoints(db: Database, real: Date, workspaceId?: string): Promise<string[]> {
  const now = sql<number>`cast(${real.getTime()} as bigint) + workspace.clock_offset`;
  const rows = await db
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('workspace', 'workspace.id', 'endpoint.workspace_id')
    .select('endpoint.id')
    .where('endpoint.status', '=', 'active')
    .where('endpoint.deleted_at', 'is', null)
    .where(({ eb }) => eb.or([eb('circuit_opened_at', 'is', null), eb('circuit_probe_at', '<=', now)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('delivery')
          .select('delivery.seq')
          .whereRef('delivery.endpoint_id', '=', 'endpoint.id')
          .where('delivery.due_at', '<=', now)
          .where(({ eb }) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<', real.getTime())])),
      ),
    )
    .$if(workspaceId !== undefined, (query) => query.where('endpoint.workspace_id', '=', workspaceId as string))
    .execute();
  return rows.map(({ id }) => id);
}
