import { listEndpoints } from '../../webhooks/endpoint-store.ts';
import { showEndpoint } from '../../webhooks/show-endpoint.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byNumber } from '../paging.ts';

const paging = byNumber('webhook_endpoints');

/** `GET /webhook_endpoints`: the workspace's endpoints, oldest first. */
export const listWebhookEndpoints: Handler<'listWebhookEndpoints'> = async (call) => {
  const page = paging.read(call.query);
  const found = await listEndpoints(call.context.db, callerOf(call).workspaceId, page);
  return answerPage(paging, found, found.rows.map(showEndpoint));
};
