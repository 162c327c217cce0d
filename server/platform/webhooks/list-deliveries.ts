import type { Handler } from '../../pipeline/handle-request.ts';
import { type DeliveryQuery, searchDeliveries } from '../../webhooks/delivery-log.ts';
import { showDelivery } from '../../webhooks/show-delivery.ts';
import { callerOf, catchUp } from '../caller.ts';
import { cursorAnswer, readCursor } from '../cursor-list.ts';

/** `GET /deliveries`: what was, is and will be sent, or was not and why; the last first unless asked otherwise. */
export const listDeliveries: Handler = async (call) => {
  const { context, request } = call;
  const { workspaceId, now } = callerOf(call);
  const query = request.parameters.query as DeliveryQuery;
  const list = `deliveries ${query.order ?? 'desc'}`;
  const page = readCursor(request.parameters.query, list);
  await catchUp(context, context.db, workspaceId, now);
  return cursorAnswer(await searchDeliveries(context.db, workspaceId, query, page), list, showDelivery);
};
