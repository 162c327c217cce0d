import { changeOAuthClient, getClient } from '../../identity/oauth-clients.ts';
import { checkGrant, rightsOfClient } from '../../identity/rights.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import { checkAddresses } from '../check-addresses.ts';
import type { Handler } from '../handler.ts';
import { checkScopes } from '../known-scopes.ts';
import { showOAuthClient } from './show-oauth-client.ts';

/** `PATCH /oauth_clients/{oauth_client_id}`: changes the given fields; its tokens lose removed scopes and addresses too. */
export const updateOAuthClient: Handler<'updateOAuthClient'> = async (call) => {
  const id = call.path.oauth_client_id;
  const change = call.body;
  if (change.scopes) checkScopes(call, change.scopes);
  checkAddresses(change.allowed_addresses);
  const changed = await changeAudited(call, async (transaction, audit) => {
    const { workspaceId, grants } = callerOf(call);
    const client = await getClient(transaction, workspaceId, id);
    audit({ action: 'oauth_client.updated', target: { type: 'oauth_client', id }, details: { ...change } });
    const changed = await changeOAuthClient(transaction, id, change);
    checkGrant(call.context.scopes, grants, rightsOfClient(changed), rightsOfClient(client));
    return changed;
  });
  return { status: 200, mediaType: 'application/json', body: await showOAuthClient(call, changed) };
};
