import { publicPath } from '../../answers/public-path.ts';
import { insertClient } from '../../identity/oauth-clients.ts';
import { checkQuota } from '../../identity/quotas.ts';
import { checkGrant, rightsOfClient } from '../../identity/rights.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import { checkAddresses } from '../check-addresses.ts';
import type { Handler } from '../handler.ts';
import { checkScopes } from '../known-scopes.ts';
import { showOAuthClient } from './show-oauth-client.ts';

/** `POST /oauth_clients`: creates a client with at most the rights of its creator. */
export const createOAuthClient: Handler<'createOAuthClient'> = async (call) => {
  const { workspaceId, role, actor, grants } = callerOf(call);
  const { config, peppers, now } = call.context;
  const { body } = call;
  const { name, scopes, environment = 'test', allowed_addresses: allowedAddresses = [] } = body;
  checkAddresses(allowedAddresses);
  checkScopes(call, scopes);
  const { client, secret } = await changeAudited(call, async (transaction, audit) => {
    const request = { workspaceId, name, environment, role, scopes, allowedAddresses, createdBy: actor, now: now() };
    await checkQuota(transaction, config.quotas, 'oauth_clients', { workspaceId, now: now() });
    const made = await insertClient(transaction, peppers, request);
    checkGrant(call.context.scopes, grants, rightsOfClient(made.client));
    const target = { type: 'oauth_client', id: made.client.id } as const;
    audit({ action: 'oauth_client.created', target, details: { name, environment, scopes } });
    return made;
  });
  return {
    status: 201,
    mediaType: 'application/json',
    headers: {
      'cache-control': 'no-store',
      location: `${publicPath(config.publicUrl)}/platform/v1/oauth_clients/${client.id}`,
    },
    body: { ...(await showOAuthClient(call, client)), secret },
  };
};
