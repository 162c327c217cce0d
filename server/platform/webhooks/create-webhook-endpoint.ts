import { publicPath } from '../../answers/public-path.ts';
import { createEndpoint } from '../../webhooks/endpoint-store.ts';
import { showEndpoint } from '../../webhooks/show-endpoint.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { checkEndpoint, pinVersions } from './check-endpoint.ts';

/** `POST /webhook_endpoints`: creates an endpoint with a secret, which is shown only here. */
export const createWebhookEndpoint: Handler<'createWebhookEndpoint'> = async (call) => {
  const { context, incoming, body } = call;
  const { db, peppers, config } = context;
  await checkEndpoint(context, body);
  const { endpoint, secret } = await createEndpoint(db, { peppers, quotas: config.quotas }, callerOf(call), {
    url: body.url,
    description: body.description ?? null,
    event_types: body.event_types ?? ['*'],
    api_versions: pinVersions(context, body.api_versions),
  });
  const headers = {
    location: `${publicPath(config.publicUrl)}${incoming.path}/${endpoint.id}`,
    'cache-control': 'no-store',
  };
  return { status: 201, mediaType: 'application/json', headers, body: { ...showEndpoint(endpoint), secret } };
};
