import type { Environment } from '../../identity/key-format.ts';
import { createOAuthClient as makeOAuthClient } from '../../identity/oauth-clients.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeAudited, principalOf } from '../audited-change.ts';
import { checkGrantable } from '../grantable-scopes.ts';
import { presentOAuthClient } from './present-oauth-client.ts';

/** `POST /oauth_clients`: a client that may do what its maker may, or less. */
export const createOAuthClient: Handler = async (call) => {
  const { workspaceId, role, actor } = principalOf(call);
  const { peppers, now } = call.context;
  const body = call.request.body as { name: string; scopes: string[]; environment?: Environment };
  const { name, scopes, environment = 'test' } = body;
  checkGrantable(call, scopes);
  const { client, secret } = await changeAudited(call, async (transaction, tell) => {
    const request = { workspaceId, name, environment, role, scopes, createdBy: actor, now: now() };
    const made = await makeOAuthClient(transaction, peppers, request);
    const target = { type: 'oauth_client', id: made.client.id } as const;
    tell({ action: 'oauth_client.created', target, details: { name, environment, scopes } });
    return made;
  });
  return {
    status: 201,
    mediaType: 'application/json',
    headers: { 'cache-control': 'no-store', location: `/platform/v1/oauth_clients/${client.id}` },
    body: { ...(await presentOAuthClient(call, client)), secret },
  };
};
