import { getClient, rotateClientSecret } from '../../identity/oauth-clients.ts';
import { checkGrant, rightsOfClient } from '../../identity/rights.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `POST /oauth_clients/{oauth_client_id}/secrets`: creates a secret; the previous one stays valid for the overlap. */
export const rotateOAuthClientSecret: Handler<'rotateOAuthClientSecret'> = async (call) => {
  const { peppers, now, scopes } = call.context;
  const { workspaceId, actor, grants } = callerOf(call);
  const id = call.path.oauth_client_id;
  const { overlap_seconds: overlapSeconds = 0 } = call.body;
  const body = await changeAudited(call, async (transaction, audit) => {
    const client = await getClient(transaction, workspaceId, id);
    // The caller gets the secret, so the client must not exceed the caller's rights.
    checkGrant(scopes, grants, rightsOfClient(client));
    const details = { name: client.name, overlap_seconds: overlapSeconds };
    audit({ action: 'oauth_client.secret_rotated', target: { type: 'oauth_client', id }, details });
    return rotateClientSecret(transaction, peppers, client, { overlapSeconds, createdBy: actor, now: now() });
  });
  return { status: 201, mediaType: 'application/json', headers: { 'cache-control': 'no-store' }, body };
};
