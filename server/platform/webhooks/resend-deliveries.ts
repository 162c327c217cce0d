import { invalidFields } from '../../dialect/errors/refusal.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { findEndpoint } from '../../webhooks/endpoint-store.ts';
import { type ResendQuery, resendFailed } from '../../webhooks/resend.ts';
import { callerOf } from '../caller.ts';
import { notInUse } from './not-in-use.ts';

/** `POST /delivery_resends`: puts all that has failed since a time into the queue again. */
export const resendDeliveries: Handler = async (call) => {
  const { db } = call.context;
  const { workspaceId, now, real } = callerOf(call);
  const query = call.request.body as ResendQuery;
  if (query.endpoint_id !== undefined) {
    const endpoint = await findEndpoint(db, { workspaceId, id: query.endpoint_id });
    if (!endpoint) throw noSuchEndpoint();
    if (endpoint.status !== 'active') throw notInUse(endpoint.status);
  }
  const count = await resendFailed(db, { workspaceId, now, offset: now.getTime() - real.getTime() }, query);
  return { status: 202, mediaType: 'application/json', body: { count } };
};

function noSuchEndpoint(): Error {
  const field = 'endpoint_id';
  const params = { store: 'webhook_endpoints' };
  return invalidFields([
    { in: 'body', pointer: `/${field}`, field, keyword: 'reference', params, message: 'is not there' },
  ]);
}
