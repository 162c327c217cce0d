import { getClient } from '../../identity/oauth-clients.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showOAuthClient } from './show-oauth-client.ts';

/** `GET /oauth_clients/{oauth_client_id}`: one client, without its secret. */
export const getOAuthClient: Handler<'getOAuthClient'> = async (call) => {
  const id = call.path.oauth_client_id;
  const client = await getClient(call.context.db, callerOf(call).workspaceId, id);
  return { status: 200, mediaType: 'application/json', body: await showOAuthClient(call, client) };
};
