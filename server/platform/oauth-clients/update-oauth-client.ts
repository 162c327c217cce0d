import { changeOAuthClient, getOAuthClient } from '../../identity/oauth-clients.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeAudited, principalOf } from '../audited-change.ts';
import { checkGrantable } from '../grantable-scopes.ts';
import { presentOAuthClient } from './present-oauth-client.ts';

/** `PATCH /oauth_clients/{oauth_client_id}`: changes what is sent; scopes that go are gone from its tokens, too. */
export const updateOAuthClient: Handler = async (call) => {
  const id = String(call.request.parameters.path.oauth_client_id);
  const change = call.request.body as { name?: string; scopes?: string[] };
  if (change.scopes) checkGrantable(call, change.scopes);
  const changed = await changeAudited(call, async (transaction, tell) => {
    await getOAuthClient(transaction, principalOf(call).workspaceId, id);
    tell({ action: 'oauth_client.updated', target: { type: 'oauth_client', id }, details: { ...change } });
    return changeOAuthClient(transaction, id, change);
  });
  return { status: 200, mediaType: 'application/json', body: await presentOAuthClient(call, changed) };
};
