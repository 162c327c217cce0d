import { notFound } from '../../dialect/errors/refusal.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { findDelivery } from '../../webhooks/delivery-log.ts';
import { resendDelivery } from '../../webhooks/resend.ts';
import { showDelivery } from '../../webhooks/show-delivery.ts';
import { callerOf } from '../caller.ts';
import { notInUse } from './not-in-use.ts';

/** `POST /deliveries/{delivery_id}/resends`: puts a delivery into the queue again, whatever became of it. */
export const resendOneDelivery: Handler = async (call) => {
  const { db } = call.context;
  const { workspaceId, now, real } = callerOf(call);
  const id = String(call.request.parameters.path.delivery_id);
  if (!(await findDelivery(db, workspaceId, id))) throw notFound(id);
  const place = { workspaceId, now, offset: now.getTime() - real.getTime() };
  const refused = await resendDelivery(db, place, id);
  if (refused) throw notInUse(refused);
  const delivery = await findDelivery(db, workspaceId, id);
  if (!delivery) throw notFound(id);
  return { status: 202, mediaType: 'application/json', body: showDelivery(delivery) };
};
