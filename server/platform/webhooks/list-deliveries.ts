import { searchDeliveries } from '../../webhooks/delivery-log.ts';
import { showDelivery } from '../../webhooks/show-delivery.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byNumber } from '../paging.ts';
import { catchUp } from '../sandboxes.ts';

/** `GET /deliveries`: sent, pending and skipped deliveries, newest first by default. */
export const listDeliveries: Handler<'listDeliveries'> = async (call) => {
  const { context, query } = call;
  const { workspaceId, now } = callerOf(call);
  const paging = byNumber(`deliveries ${query.order ?? 'desc'}`);
  const page = paging.read(query);
  await catchUp(context, context.db, workspaceId, now);
  const found = await searchDeliveries(context.db, workspaceId, query, page);
  return answerPage(paging, found, found.rows.map(showDelivery));
};
