import { notFound } from '../dialect/errors/refusal.ts';
import type { Handler } from '../pipeline/handle-request.ts';
import { findEvent } from '../sandbox/events/event-store.ts';
import { callerOf } from './caller.ts';
import { presentEvent } from './present-event.ts';

/** `GET /events/{event_id}`: one event. */
export const getEvent: Handler = async (call) => {
  const id = String(call.request.parameters.path.event_id);
  const event = await findEvent(call.context.db, callerOf(call).workspaceId, id);
  if (!event) throw notFound(id);
  return { status: 200, mediaType: 'application/json', body: presentEvent(event) };
};
