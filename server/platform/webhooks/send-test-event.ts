import { bodyIssue } from '../../answers/issue.ts';
import { invalidFields, notFound } from '../../answers/refusal.ts';
import type { Context } from '../../context.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import { plainEvent } from '../../dialect/events.ts';
import { type EventType, eventTypesOf, portalApi, testEvent } from '../../events/event-names.ts';
import { publishEvent } from '../../events/publish-event.ts';
import { type ExampleEvent, findExampleEvent } from '../../sandbox/test-event/make-test-event.ts';
import { findDelivery } from '../../webhooks/delivery-log.ts';
import { showDelivery } from '../../webhooks/show-delivery.ts';
import { type ShownEndpoint, showEndpoint } from '../../webhooks/show-endpoint.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { endpointOf } from './endpoint-of.ts';
import { notInUse } from './not-in-use.ts';

/**
 * `POST /webhook_endpoints/{endpoint_id}/test_events`: sends an event to this endpoint only, at once: one of the portal, or one of
 * any type with example data.
 */
export const sendTestEvent: Handler<'sendTestEvent'> = async (call) => {
  const { db } = call.context;
  const { workspaceId, now } = callerOf(call);
  const endpoint = await endpointOf(call);
  const type = typeOf(call.context, call.body?.type);
  if (endpoint.status !== 'active') throw notInUse(endpoint.status);
  const example = await exampleOf(call.context, type, endpoint, now);
  const [id = ''] = await db.transaction().execute(async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const { api, type: name, store } = type;
    const request = { requestId: call.incoming.id, createdAt: now.toISOString(), isTest: true };
    return publishEvent(
      transaction,
      { workspaceId, api, type: name, store, ...request, ...example },
      { onlyTo: endpoint.id },
    );
  });
  const delivery = await findDelivery(db, workspaceId, id);
  if (!delivery) throw notFound(endpoint.id);
  return { status: 202, mediaType: 'application/json', body: showDelivery(delivery) };
};

/** The type with this name; refuses an unknown one. */
function typeOf({ apis }: Context, name = `${portalApi}:${testEvent}`): EventType {
  const type = eventTypesOf(apis.values()).find((candidate) => candidate.name === name);
  if (!type) throw invalidFields([bodyIssue('type', 'eventType', { name })]);
  return type;
}

/** An event of a portal's API has its example; one of the portal tells of the endpoint itself. */
async function exampleOf(
  { apis, config }: Context,
  { api: slug, store, type }: EventType,
  endpoint: ShownEndpoint,
  at: Date,
): Promise<ExampleEvent> {
  const api = apis.get(slug);
  const example = api && (await findExampleEvent(api, { store, type, at, baseUrl: config.publicUrl + api.basePath }));
  if (example) return example;
  const data = { webhook_endpoint: showEndpoint(endpoint) };
  const payload = plainEvent({ type, createdAt: at.toISOString(), data });
  return { payload, olderPayloads: undefined, recordId: endpoint.id };
}
