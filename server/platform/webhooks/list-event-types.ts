import type { Handler } from '../../pipeline/handle-request.ts';
import { eventTypesOf } from '../../webhooks/event-names.ts';

/** `GET /event_types`: every type of event, with the name by which an endpoint chooses it. */
export const listEventTypes: Handler = async ({ context }) => {
  return { status: 200, mediaType: 'application/json', body: { data: eventTypesOf(context.apis.values()) } };
};
