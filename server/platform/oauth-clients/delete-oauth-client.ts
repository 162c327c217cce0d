import { getClient } from '../../identity/oauth-clients.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `DELETE /oauth_clients/{oauth_client_id}`: deletes a client, which invalidates its tokens. */
export const deleteOAuthClient: Handler<'deleteOAuthClient'> = async (call) => {
  const id = call.path.oauth_client_id;
  await changeAudited(call, async (transaction, audit) => {
    const { name } = await getClient(transaction, callerOf(call).workspaceId, id);
    await transaction.deleteFrom('oauth_client').where('id', '=', id).execute();
    audit({ action: 'oauth_client.deleted', target: { type: 'oauth_client', id }, details: { name } });
  });
  return { status: 204 };
};
