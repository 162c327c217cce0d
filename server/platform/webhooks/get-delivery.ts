import { notFound } from '../../answers/refusal.ts';
import { findEvent } from '../../events/event-store.ts';
import { findDelivery, listAttempts } from '../../webhooks/delivery-log.ts';
import { showWholeDelivery } from '../../webhooks/show-delivery.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `GET /deliveries/{delivery_id}`: a delivery, its body, and every attempt. */
export const getDelivery: Handler<'getDelivery'> = async (call) => {
  const { db } = call.context;
  const { workspaceId } = callerOf(call);
  const id = call.path.delivery_id;
  const delivery = await findDelivery(db, workspaceId, id);
  const event = delivery && (await findEvent(db, workspaceId, delivery.event_id));
  if (!delivery || !event) throw notFound(id);
  const body = showWholeDelivery(delivery, event, await listAttempts(db, id));
  return { status: 200, mediaType: 'application/json', body };
};
