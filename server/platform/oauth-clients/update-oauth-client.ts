import { changeOAuthClient, getClient } from '../../identity/oauth-clients.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import { checkGrantable } from '../grantable-scopes.ts';
import type { Handler } from '../handler.ts';
import { showOAuthClient } from './show-oauth-client.ts';

/** `PATCH /oauth_clients/{oauth_client_id}`: changes what is sent; scopes that go are gone from its tokens, too. */
export const updateOAuthClient: Handler<'updateOAuthClient'> = async (call) => {
  const id = call.path.oauth_client_id;
  const change = call.body;
  if (change.scopes) checkGrantable(call, change.scopes);
  const changed = await changeAudited(call, async (transaction, tell) => {
    await getClient(transaction, callerOf(call).workspaceId, id);
    tell({ action: 'oauth_client.updated', target: { type: 'oauth_client', id }, details: { ...change } });
    return changeOAuthClient(transaction, id, change);
  });
  return { status: 200, mediaType: 'application/json', body: await showOAuthClient(call, changed) };
};
