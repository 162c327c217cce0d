import { showEndpoint } from '../../webhooks/show-endpoint.ts';
import type { Handler } from '../handler.ts';
import { endpointOf } from './endpoint-of.ts';

/** `GET /webhook_endpoints/{endpoint_id}`: an endpoint and its health. */
export const getWebhookEndpoint: Handler<'getWebhookEndpoint'> = async (call) => {
  return { status: 200, mediaType: 'application/json', body: showEndpoint(await endpointOf(call)) };
};
