import { findRequest } from '../../activity/requests/search-requests.ts';
import { preferredLanguage } from '../../answers/preferred-language.ts';
import { notFound } from '../../answers/refusal.ts';
import { readEvents } from '../../events/event-store.ts';
import { searchDeliveries } from '../../webhooks/delivery-log.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showWholeRequest } from './show-request.ts';

/** What a call caused is shown up to so many events and deliveries. */
const mostCaused = 100;

/** `GET /requests/{request_id}`: one call, with what it sent, received and caused. */
export const getRequest: Handler<'getRequest'> = async (call) => {
  const { db, activity } = call.context;
  const { workspaceId } = callerOf(call);
  const id = call.path.request_id;
  await activity.flush();
  const found = await findRequest(db, workspaceId, id);
  if (!found) throw notFound(id);
  const [events, deliveries] = await Promise.all([
    readEvents(db, workspaceId, { request_id: id, order: 'asc', limit: mostCaused }),
    searchDeliveries(db, workspaceId, { request_id: id, order: 'asc' }, { limit: mostCaused }),
  ]);
  const body = showWholeRequest(
    found,
    { events: events.rows, deliveries: deliveries.rows },
    preferredLanguage(call.incoming.headers),
  );
  return { status: 200, mediaType: 'application/json', body };
};
