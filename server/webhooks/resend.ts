import { sql } from 'kysely';
import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database, DeliveryRow } from '../db/schema.ts';
import { asStored } from '../events/event-store.ts';
import { announceChange } from '../events/workspace-changes.ts';

/** The workspace of the deliveries, its time, and how far its clock is ahead of real time. */
export interface ResendPlace {
  workspaceId: string;
  now: Date;
  offset: number;
}

/** Why a delivery cannot be resent now. */
export type NotResent = 'in progress' | 'paused' | 'disabled' | 'deleted';

/** Queues a delivery again, as if for the first time. */
export async function requeueDelivery(db: Database, place: ResendPlace, id: string): Promise<NotResent | undefined> {
  const { workspaceId } = place;
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const row = await transaction
      .selectFrom('delivery')
      .innerJoin('webhook_endpoint', 'webhook_endpoint.id', 'delivery.endpoint_id')
      .select(['claim', 'deleted_at', 'webhook_endpoint.status'])
      .where('delivery.id', '=', id)
      .executeTakeFirstOrThrow();
    if (row.deleted_at !== null) return 'deleted';
    if (row.status !== 'active') return row.status;
    if (row.claim !== null) return 'in progress';
    const { numUpdatedRows } = await transaction
      .updateTable('delivery')
      .set(requeued(place))
      .where('id', '=', id)
      .where('claim', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return 'in progress';
    await announceChange(transaction, { workspaceId, due: true, deliveries: [id] });
    return undefined;
  });
}

export interface ResendQuery {
  since: string;
  endpoint_id?: string;
  include_skipped?: boolean;
}

/** Queues all deliveries again that failed since a time, to active endpoints. Returns their number. */
export async function resendFailed(
  db: Database,
  place: ResendPlace,
  { since, endpoint_id, include_skipped = false }: ResendQuery,
): Promise<number> {
  const { workspaceId } = place;
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const resent = await transaction
      .updateTable('delivery')
      .set(requeued(place))
      .where('workspace_id', '=', workspaceId)
      .where('created_at', '>=', asStored(since))
      .where(({ eb, or, and }) =>
        or([
          eb('status', '=', 'failed'),
          ...(include_skipped ? [and([eb('status', '=', 'skipped'), eb('reason', '=', 'endpoint_disabled')])] : []),
        ]),
      )
      .where('endpoint_id', 'in', (eb) =>
        eb
          .selectFrom('webhook_endpoint')
          .select('webhook_endpoint.id')
          .where('webhook_endpoint.workspace_id', '=', workspaceId)
          .where('webhook_endpoint.status', '=', 'active')
          .where('deleted_at', 'is', null),
      )
      .$if(endpoint_id !== undefined, (query) => query.where('endpoint_id', '=', endpoint_id as string))
      .returning('id')
      .execute();
    await announceChange(transaction, { workspaceId, due: resent.length > 0, deliveries: resent.map(({ id }) => id) });
    return resent.length;
  });
}

/**
 * Shifts the waiting deliveries of a workspace when its clock goes back to real time, so that they wait as long as before.
 * The caller holds the workspace's lock.
 */
export async function shiftWaiting(transaction: Database, workspaceId: string, offset: number): Promise<void> {
  await transaction
    .updateTable('delivery')
    .set(({ eb }) => ({ due_at: eb('due_at', '-', offset), due_offset: eb('due_offset', '-', offset) }))
    .where('workspace_id', '=', workspaceId)
    .where('due_at', 'is not', null)
    .execute();
  await transaction
    .updateTable('webhook_endpoint')
    .set({
      failing_since: sql`failing_since - ${offset}`,
      circuit_opened_at: sql`circuit_opened_at - ${offset}`,
      circuit_probe_at: sql`circuit_probe_at - ${offset}`,
    })
    .where('workspace_id', '=', workspaceId)
    .execute();
}

function requeued({ now, offset }: ResendPlace): Partial<DeliveryRow> {
  return { status: 'pending', reason: null, finished_at: null, tries: 0, due_at: now.getTime(), due_offset: offset };
}
