import { bodyIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { findEndpoint } from '../../webhooks/endpoint-store.ts';
import { resendFailed } from '../../webhooks/resend.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { notInUse } from './not-in-use.ts';

/** `POST /delivery_resends`: queues all deliveries again that failed since a time. */
export const resendDeliveries: Handler<'resendDeliveries'> = async (call) => {
  const { db } = call.context;
  const { workspaceId, now, real } = callerOf(call);
  const query = call.body;
  if (query.endpoint_id !== undefined) {
    const endpoint = await findEndpoint(db, { workspaceId, id: query.endpoint_id });
    if (!endpoint) throw noSuchEndpoint();
    if (endpoint.status !== 'active') throw notInUse(endpoint.status);
  }
  const count = await resendFailed(db, { workspaceId, now, offset: now.getTime() - real.getTime() }, query);
  return { status: 202, mediaType: 'application/json', body: { count } };
};

function noSuchEndpoint(): Error {
  return invalidFields([bodyIssue('endpoint_id', 'reference', { store: 'webhook_endpoints' })]);
}
