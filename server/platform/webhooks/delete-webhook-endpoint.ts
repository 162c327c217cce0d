import { notFound } from '../../answers/refusal.ts';
import { deleteEndpoint } from '../../webhooks/endpoint-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `DELETE /webhook_endpoints/{endpoint_id}`: deletes an endpoint; its deliveries stay in the log. */
export const deleteWebhookEndpoint: Handler<'deleteWebhookEndpoint'> = async (call) => {
  const id = call.path.endpoint_id;
  if (!(await deleteEndpoint(call.context.db, { ...callerOf(call), id }))) throw notFound(id);
  return { status: 204 };
};
