import { getKey, revokeKey } from '../../identity/key-register.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeAudited, principalOf } from '../audited-change.ts';

/** `DELETE /api_keys/{api_key_id}`: the key holds no more, and stays in the list. */
export const revokeApiKey: Handler = async (call) => {
  const id = String(call.request.parameters.path.api_key_id);
  await changeAudited(call, async (transaction, tell) => {
    const { name } = await getKey(transaction, principalOf(call).workspaceId, id);
    const isNew = await revokeKey(transaction, id, call.context.now());
    if (isNew) tell({ action: 'api_key.revoked', target: { type: 'api_key', id }, details: { name } });
  });
  return { status: 204 };
};
