import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database, DeliveryRow } from '../db/schema.ts';
import { plainEvent } from '../dialect/events.ts';
import { disabledEvent, portalApi } from '../events/event-names.ts';
import { publishEvent } from '../events/publish-event.ts';
import { announceChange } from '../events/workspace-changes.ts';
import { showEndpoint } from './show-endpoint.ts';

export interface Disabling {
  workspaceId: string;
  endpointId: string;
  reason: 'failures' | 'gone';
  /** By the workspace's clock. */
  at: Date;
}

/** Disables an endpoint, gives up its waiting deliveries, and notifies the workspace's other endpoints. */
export async function disableEndpoint(db: Database, { workspaceId, endpointId, reason, at }: Disabling): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const createdAt = at.toISOString();
    const endpoint = await transaction
      .updateTable('webhook_endpoint')
      .set({
        status: 'disabled',
        disabled_reason: reason,
        disabled_at: createdAt,
        updated_at: createdAt,
        // Whoever reactivates it has to be answered 2xx again.
        confirmed_at: null,
        confirmed_addresses: null,
      })
      .where('id', '=', endpointId)
      .where('status', '<>', 'disabled')
      .where('deleted_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!endpoint) return;
    await giveUpWaiting(transaction, { workspaceId, endpointId, reason: 'endpoint_disabled', at });
    const payload = plainEvent({ type: disabledEvent, createdAt, data: { webhook_endpoint: showEndpoint(endpoint) } });
    const record = { store: 'webhook_endpoints', recordId: endpointId };
    await publishEvent(transaction, {
      workspaceId,
      api: portalApi,
      type: disabledEvent,
      ...record,
      createdAt,
      payload,
    });
  });
}

interface GivingUp {
  workspaceId: string;
  endpointId: string;
  reason: DeliveryRow['reason'];
  at: Date;
}

/** Gives up the waiting deliveries of an endpoint. Those in flight end by themselves, and then record their result. */
export async function giveUpWaiting(
  transaction: Database,
  { workspaceId, endpointId, reason, at }: GivingUp,
): Promise<void> {
  const given = await transaction
    .updateTable('delivery')
    .set({ status: 'failed', reason, finished_at: at.toISOString(), due_at: null })
    .where('endpoint_id', '=', endpointId)
    .where('due_at', 'is not', null)
    .where('claim', 'is', null)
    .returning('id')
    .execute();
  await announceChange(transaction, { workspaceId, deliveries: given.map(({ id }) => id) });
}

/** Gives up deliveries to inactive endpoints whose process ended before it could record the result. */
export async function giveUpStranded(db: Database, real: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ status: 'failed', reason: 'endpoint_disabled', finished_at: real.toISOString(), due_at: null, claim: null })
    .where('due_at', 'is not', null)
    .where('leased_until', '<', real.getTime())
    .where('endpoint_id', 'in', (eb) =>
      eb
        .selectFrom('webhook_endpoint')
        .select('webhook_endpoint.id')
        .where(({ or, eb }) => or([eb('webhook_endpoint.status', '=', 'disabled'), eb('deleted_at', 'is not', null)])),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
