import { notFound } from '../../dialect/errors/refusal.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { deleteEndpoint } from '../../webhooks/endpoint-store.ts';
import { callerOf } from '../caller.ts';

/** `DELETE /webhook_endpoints/{endpoint_id}`: takes an endpoint away; its deliveries stay in the log. */
export const deleteWebhookEndpoint: Handler = async (call) => {
  const id = String(call.request.parameters.path.endpoint_id);
  if (!(await deleteEndpoint(call.context.db, { ...callerOf(call), id }))) throw notFound(id);
  return { status: 204 };
};
