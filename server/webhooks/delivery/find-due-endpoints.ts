import { sql } from 'kysely';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database } from '../../db/schema.ts';

const dueOfAll = prepareQuery<{ now: number }, { id: string }>((db, { now }) => selectDue(db, now));
const dueOfWorkspace = prepareQuery<{ now: number; workspaceId: string }, { id: string }>((db, { now, workspaceId }) =>
  selectDue(db, now).where('endpoint.workspace_id', '=', workspaceId),
);

/** The endpoints, of one workspace or of all, with deliveries that are due by their workspace's clock, unless they wait for a pace. */
export async function findDueEndpoints(db: Database, real: Date, workspaceId?: string): Promise<string[]> {
  const now = real.getTime();
  const rows = await (workspaceId === undefined ? dueOfAll(db, { now }) : dueOfWorkspace(db, { now, workspaceId }));
  return rows.map(({ id }) => id);
}

function selectDue(db: Database, now: number) {
  const there = sql<number>`cast(${now} as bigint) + workspace.clock_offset`;
  return db
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('workspace', 'workspace.id', 'endpoint.workspace_id')
    .select('endpoint.id')
    .where('endpoint.status', '=', sql.lit('active'))
    .where('endpoint.deleted_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('egress_wait')
            .select('egress_wait.until')
            .whereRef('egress_wait.endpoint_id', '=', 'endpoint.id')
            .where('egress_wait.until', '>', now),
        ),
      ),
    )
    .where(({ eb }) => eb.or([eb('circuit_opened_at', 'is', null), eb('circuit_probe_at', '<=', there)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('delivery')
          .select('delivery.seq')
          .whereRef('delivery.endpoint_id', '=', 'endpoint.id')
          .whereRef('delivery.workspace_id', '=', 'endpoint.workspace_id')
          .where('delivery.due_at', '<=', there)
          .where(({ eb }) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<', now)])),
      ),
    );
}
