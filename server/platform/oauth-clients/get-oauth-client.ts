import { getOAuthClient as readOAuthClient } from '../../identity/oauth-clients.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { principalOf } from '../audited-change.ts';
import { presentOAuthClient } from './present-oauth-client.ts';

/** `GET /oauth_clients/{oauth_client_id}`: one client, without its secret. */
export const getOAuthClient: Handler = async (call) => {
  const id = String(call.request.parameters.path.oauth_client_id);
  const client = await readOAuthClient(call.context.db, principalOf(call).workspaceId, id);
  return { status: 200, mediaType: 'application/json', body: await presentOAuthClient(call, client) };
};
