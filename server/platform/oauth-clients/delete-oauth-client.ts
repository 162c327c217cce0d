import { getClient } from '../../identity/oauth-clients.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `DELETE /oauth_clients/{oauth_client_id}`: the client goes, and its tokens hold no more. */
export const deleteOAuthClient: Handler<'deleteOAuthClient'> = async (call) => {
  const id = call.path.oauth_client_id;
  await changeAudited(call, async (transaction, tell) => {
    const { name } = await getClient(transaction, callerOf(call).workspaceId, id);
    await transaction.deleteFrom('oauth_client').where('id', '=', id).execute();
    tell({ action: 'oauth_client.deleted', target: { type: 'oauth_client', id }, details: { name } });
  });
  return { status: 204 };
};
