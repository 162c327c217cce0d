import { notFound } from '../answers/refusal.ts';
import { findEvent } from '../events/event-store.ts';
import { callerOf } from './caller.ts';
import type { Handler } from './handler.ts';
import { showEvent } from './show-event.ts';

/** `GET /events/{event_id}`: one event. */
export const getEvent: Handler<'getEvent'> = async (call) => {
  const id = call.path.event_id;
  const event = await findEvent(call.context.db, callerOf(call).workspaceId, id);
  if (!event) throw notFound(id);
  return { status: 200, mediaType: 'application/json', body: showEvent(event) };
};
