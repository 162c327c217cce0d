import { notFound } from '../../answers/refusal.ts';
import { findDelivery } from '../../webhooks/delivery-log.ts';
import { requeueDelivery } from '../../webhooks/resend.ts';
import { showDelivery } from '../../webhooks/show-delivery.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { notInUse } from './not-in-use.ts';

/** `POST /deliveries/{delivery_id}/resends`: queues a delivery again, whatever its result. */
export const resendDelivery: Handler<'resendDelivery'> = async (call) => {
  const { db } = call.context;
  const { workspaceId, now, real } = callerOf(call);
  const id = call.path.delivery_id;
  if (!(await findDelivery(db, workspaceId, id))) throw notFound(id);
  const place = { workspaceId, now, offset: now.getTime() - real.getTime() };
  const refused = await requeueDelivery(db, place, id);
  if (refused) throw notInUse(refused);
  const delivery = await findDelivery(db, workspaceId, id);
  if (!delivery) throw notFound(id);
  return { status: 202, mediaType: 'application/json', body: showDelivery(delivery) };
};
