import { sql } from 'kysely';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database } from '../../db/schema.ts';
import { announceChange } from '../../events/workspace-changes.ts';
import type { LockedEndpoint } from './lock-endpoint.ts';
import type { Turn } from './share.ts';

const putWait = prepareQuery<{
  endpointId: string;
  workspaceId: string;
  pace: string;
  until: number;
  served: number;
  workspaceServed: number;
}>(
  (_db, { endpointId, workspaceId, pace, until, served, workspaceServed }) => sql`
    insert into egress_wait (endpoint_id, workspace_id, pace, until, served, workspace_served)
    values (${endpointId}, ${workspaceId}, ${pace}, ${until}, ${served}, ${workspaceServed})
    on conflict (endpoint_id) do update
      set pace = excluded.pace, until = excluded.until, served = excluded.served, workspace_served = excluded.workspace_served`,
);

const addServed = prepareQuery<{ workspaceId: string; pace: string; count: number }>(
  (_db, { workspaceId, pace, count }) => sql`
    update egress_wait set workspace_served = workspace_served + ${count}
     where pace = ${pace} and workspace_id = ${workspaceId}`,
);

/** Counts what a workspace got of a pace for which others wait, too, with its endpoints that wait for it. */
export async function countServed(
  transaction: Database,
  { workspace_id: workspaceId }: LockedEndpoint,
  pace: string,
  count: number,
): Promise<void> {
  await addServed(transaction, { workspaceId, pace, count });
}

const someDue = prepareQuery<{ endpointId: string; now: number; real: number }, { id: string }>(
  (db, { endpointId, now, real }) =>
    db
      .selectFrom('delivery')
      .select('id')
      .where('endpoint_id', '=', endpointId)
      .where('due_at', '<=', now)
      .where(({ eb }) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<', real)]))
      .limit(sql.lit(100)),
);

interface Wait {
  pace: string;
  /** From when the pace allows more, in real time. */
  until: number;
  turn: Turn;
  /** How much it got of the pace just now. */
  got: number;
}

/** Notes that an endpoint has more deliveries due than a pace allows; tells those who follow its deliveries when that begins. */
export async function waitForPace(
  transaction: Database,
  { id: endpointId, workspace_id: workspaceId, waits_for }: LockedEndpoint,
  { pace, until, turn, got }: Wait,
  { now, real }: { now: number; real: number },
): Promise<void> {
  const deliveries = await someDue(transaction, { endpointId, now, real });
  if (deliveries.length === 0) return endWait(transaction, endpointId);
  const isNew = waits_for !== pace;
  await putWait(transaction, {
    endpointId,
    workspaceId,
    pace,
    until: Math.ceil(until),
    served: turn.served + got,
    workspaceServed: turn.workspace_served + got,
  });
  if (isNew) await announceChange(transaction, { workspaceId, deliveries: deliveries.map(({ id }) => id) });
}

const deleteWait = prepareQuery<{ endpointId: string }>((db, { endpointId }) =>
  db.deleteFrom('egress_wait').where('endpoint_id', '=', endpointId),
);

/** Notes that an endpoint waits for no pace. */
export async function endWait(transaction: Database, endpointId: string): Promise<void> {
  await deleteWait(transaction, { endpointId });
}

/** Lets all endpoints try again that wait for one of these paces. */
export async function endWaitsFor(transaction: Database, paces: string[]): Promise<void> {
  await transaction.deleteFrom('egress_wait').where('pace', 'in', paces).execute();
}

/** Why deliveries are held that wait for a pace of this name. */
export function heldByPace(pace: string): 'unconfirmed' | 'host_pace' | 'workspace_pace' {
  if (pace.startsWith('unconfirmed ')) return 'unconfirmed';
  return pace.startsWith('host ') ? 'host_pace' : 'workspace_pace';
}
