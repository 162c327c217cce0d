import { sql } from 'kysely';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database } from '../../db/schema.ts';
import { announceChange } from '../../events/workspace-changes.ts';
import type { LockedEndpoint } from './lock-endpoint.ts';

const putWait = prepareQuery<{
  endpointId: string;
  workspaceId: string;
  pace: string;
  until: number;
  servedAt: number;
}>(
  (_db, { endpointId, workspaceId, pace, until, servedAt }) => sql`
    insert into egress_wait (endpoint_id, workspace_id, pace, until, served_at)
    values (${endpointId}, ${workspaceId}, ${pace}, ${until}, ${servedAt})
    on conflict (endpoint_id) do update set pace = excluded.pace, until = excluded.until, served_at = excluded.served_at`,
);

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
  /** Whether it got some of what the pace allows just now. */
  isServed: boolean;
}

/** Notes that an endpoint has more deliveries due than a pace allows; tells those who follow its deliveries when that begins. */
export async function waitForPace(
  transaction: Database,
  { id: endpointId, workspace_id: workspaceId, waits_for, served_at }: LockedEndpoint,
  { pace, until, isServed }: Wait,
  { now, real }: { now: number; real: number },
): Promise<void> {
  const deliveries = await someDue(transaction, { endpointId, now, real });
  if (deliveries.length === 0) return endWait(transaction, endpointId);
  const isNew = waits_for !== pace;
  const servedAt = isServed ? real : isNew ? 0 : (served_at ?? 0);
  await putWait(transaction, { endpointId, workspaceId, pace, until: Math.ceil(until), servedAt });
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
