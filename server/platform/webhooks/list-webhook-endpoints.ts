import type { Handler } from '../../pipeline/handle-request.ts';
import { listEndpoints } from '../../webhooks/endpoint-store.ts';
import { showEndpoint } from '../../webhooks/show-endpoint.ts';
import { callerOf } from '../caller.ts';
import { cursorAnswer, readCursor } from '../cursor-list.ts';

const list = 'webhook_endpoints';

/** `GET /webhook_endpoints`: the workspace's endpoints, the first first. */
export const listWebhookEndpoints: Handler = async (call) => {
  const page = readCursor(call.request.parameters.query, list);
  const found = await listEndpoints(call.context.db, callerOf(call).workspaceId, page);
  return cursorAnswer(found, list, showEndpoint);
};
