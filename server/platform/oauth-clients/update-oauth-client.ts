import { changeOAuthClient, getClient } from '../../identity/oauth-clients.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import { checkGrantable } from '../grantable-scopes.ts';
import type { Handler } from '../handler.ts';
import { showOAuthClient } from './show-oauth-client.ts';

/** `PATCH /oauth_clients/{oauth_client_id}`: changes the given fields; its tokens lose removed scopes too. */
export const updateOAuthClient: Handler<'updateOAuthClient'> = async (call) => {
  const id = call.path.oauth_client_id;
  const change = call.body;
  if (change.scopes) checkGrantable(call, change.scopes);
  const changed = await changeAudited(call, async (transaction, audit) => {
    await getClient(transaction, callerOf(call).workspaceId, id);
    audit({ action: 'oauth_client.updated', target: { type: 'oauth_client', id }, details: { ...change } });
    return changeOAuthClient(transaction, id, change);
  });
  return { status: 200, mediaType: 'application/json', body: await showOAuthClient(call, changed) };
};
