import { eventTypesOf } from '../../events/event-names.ts';
import type { Handler } from '../handler.ts';

/** `GET /event_types`: every event type, with the name by which an endpoint selects it. */
export const listEventTypes: Handler<'listEventTypes'> = async ({ context }) => {
  return { status: 200, mediaType: 'application/json', body: { data: eventTypesOf(context.apis.values()) } };
};
