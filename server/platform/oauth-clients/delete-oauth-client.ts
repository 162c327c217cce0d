import { getOAuthClient } from '../../identity/oauth-clients.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeAudited, principalOf } from '../audited-change.ts';

/** `DELETE /oauth_clients/{oauth_client_id}`: the client goes, and its tokens hold no more. */
export const deleteOAuthClient: Handler = async (call) => {
  const id = String(call.request.parameters.path.oauth_client_id);
  await changeAudited(call, async (transaction, tell) => {
    const { name } = await getOAuthClient(transaction, principalOf(call).workspaceId, id);
    await transaction.deleteFrom('oauth_client').where('id', '=', id).execute();
    tell({ action: 'oauth_client.deleted', target: { type: 'oauth_client', id }, details: { name } });
  });
  return { status: 204 };
};
