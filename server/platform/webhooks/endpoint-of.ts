import type { WebhookEndpointRow } from '../../db/schema.ts';
import { notFound } from '../../dialect/errors/refusal.ts';
import type { HandlerCall } from '../../pipeline/handle-request.ts';
import { findEndpoint } from '../../webhooks/endpoint-store.ts';
import { callerOf } from '../caller.ts';

/** The endpoint that the path names; refuses with 404 when the workspace has none of that id. */
export async function endpointOf(call: HandlerCall): Promise<WebhookEndpointRow> {
  const id = String(call.request.parameters.path.endpoint_id);
  const endpoint = await findEndpoint(call.context.db, { workspaceId: callerOf(call).workspaceId, id });
  if (!endpoint) throw notFound(id);
  return endpoint;
}
