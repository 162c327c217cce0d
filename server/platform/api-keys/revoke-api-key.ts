import { getKey, revokeKey } from '../../identity/key-register.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `DELETE /api_keys/{api_key_id}`: revokes a key, which stays in the list. */
export const revokeApiKey: Handler<'revokeApiKey'> = async (call) => {
  const id = call.path.api_key_id;
  await changeAudited(call, async (transaction, audit) => {
    const { name } = await getKey(transaction, callerOf(call).workspaceId, id);
    const isNew = await revokeKey(transaction, id, call.context.now());
    if (isNew) audit({ action: 'api_key.revoked', target: { type: 'api_key', id }, details: { name } });
  });
  return { status: 204 };
};
