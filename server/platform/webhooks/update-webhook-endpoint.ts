import { notFound } from '../../answers/refusal.ts';
import { changeEndpoint } from '../../webhooks/endpoint-store.ts';
import { showEndpoint } from '../../webhooks/show-endpoint.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { checkEndpoint } from './check-endpoint.ts';
import { endpointOf } from './endpoint-of.ts';

/** `PATCH /webhook_endpoints/{endpoint_id}`: changes the given fields; `status` pauses or reactivates the endpoint. */
export const updateWebhookEndpoint: Handler<'updateWebhookEndpoint'> = async (call) => {
  const { context } = call;
  const { id } = await endpointOf(call);
  const change = call.body;
  await checkEndpoint(context, change);
  const endpoint = await changeEndpoint(context.db, { ...callerOf(call), id }, change);
  if (!endpoint) throw notFound(id);
  return { status: 200, mediaType: 'application/json', body: showEndpoint(endpoint) };
};
