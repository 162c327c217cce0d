import type { Handler } from '../../pipeline/handle-request.ts';
import { showEndpoint } from '../../webhooks/show-endpoint.ts';
import { endpointOf } from './endpoint-of.ts';

/** `GET /webhook_endpoints/{endpoint_id}`: an endpoint, how it fares included. */
export const getWebhookEndpoint: Handler = async (call) => {
  return { status: 200, mediaType: 'application/json', body: showEndpoint(await endpointOf(call)) };
};
