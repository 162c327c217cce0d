import { notFound } from '../../answers/refusal.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import { plainEvent } from '../../dialect/events.ts';
import { portalApi, testEvent } from '../../events/event-names.ts';
import { publishEvent } from '../../events/publish-event.ts';
import { findDelivery } from '../../webhooks/delivery-log.ts';
import { showDelivery } from '../../webhooks/show-delivery.ts';
import { showEndpoint } from '../../webhooks/show-endpoint.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { endpointOf } from './endpoint-of.ts';
import { notInUse } from './not-in-use.ts';

/** `POST /webhook_endpoints/{endpoint_id}/test_events`: sends an event of the portal to this endpoint only, at once. */
export const sendTestEvent: Handler<'sendTestEvent'> = async (call) => {
  const { db } = call.context;
  const { workspaceId, now } = callerOf(call);
  const endpoint = await endpointOf(call);
  if (endpoint.status !== 'active') throw notInUse(endpoint.status);
  const createdAt = now.toISOString();
  const [id = ''] = await db.transaction().execute(async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    return publishEvent(
      transaction,
      {
        workspaceId,
        api: portalApi,
        type: testEvent,
        store: 'webhook_endpoints',
        recordId: endpoint.id,
        requestId: call.incoming.id,
        createdAt,
        payload: plainEvent({ type: testEvent, createdAt, data: { webhook_endpoint: showEndpoint(endpoint) } }),
      },
      { onlyTo: endpoint.id },
    );
  });
  const delivery = await findDelivery(db, workspaceId, id);
  if (!delivery) throw notFound(endpoint.id);
  return { status: 202, mediaType: 'application/json', body: showDelivery(delivery) };
};
