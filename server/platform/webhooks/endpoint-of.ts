import { notFound } from '../../answers/refusal.ts';
import { findEndpoint } from '../../webhooks/endpoint-store.ts';
import type { ShownEndpoint } from '../../webhooks/show-endpoint.ts';
import { callerOf } from '../caller.ts';
import type { PlatformCall } from '../handler.ts';

/** The endpoint that the path names; refuses an unknown id with 404. */
export async function endpointOf(call: PlatformCall & { path: { endpoint_id: string } }): Promise<ShownEndpoint> {
  const id = call.path.endpoint_id;
  const endpoint = await findEndpoint(call.context.db, { workspaceId: callerOf(call).workspaceId, id });
  if (!endpoint) throw notFound(id);
  return endpoint;
}
