import { sql } from 'kysely';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database } from '../../db/schema.ts';

const dueOfAll = prepareDue(false);
const dueOfWorkspace = prepareDue(true);

/** The endpoints, of one workspace or of all, to which something may be sent now: each by its workspace's own clock. */
export async function findDueEndpoints(db: Database, real: Date, workspaceId?: string): Promise<string[]> {
  const now = real.getTime();
  const rows =
    workspaceId === undefined
      ? await dueOfAll(db, [now, now, now])
      : await dueOfWorkspace(db, [now, now, now, workspaceId]);
  return rows.map(({ id }) => id);
}

function prepareDue(isOfOneWorkspace: boolean) {
  return prepareQuery<{ id: string }>((db) => {
    const now = sql<number>`cast(${0} as bigint) + workspace.clock_offset`;
    return db
      .selectFrom('webhook_endpoint as endpoint')
      .innerJoin('workspace', 'workspace.id', 'endpoint.workspace_id')
      .select('endpoint.id')
      .where('endpoint.status', '=', sql.lit('active'))
      .where('endpoint.deleted_at', 'is', null)
      .where(({ eb }) => eb.or([eb('circuit_opened_at', 'is', null), eb('circuit_probe_at', '<=', now)]))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('delivery')
            .select('delivery.seq')
            .whereRef('delivery.endpoint_id', '=', 'endpoint.id')
            .where('delivery.due_at', '<=', now)
            .where(({ eb }) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<', 0)])),
        ),
      )
      .$if(isOfOneWorkspace, (query) => query.where('endpoint.workspace_id', '=', ''));
  });
}
