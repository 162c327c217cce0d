import { changeKey, getKey } from '../../identity/key-register.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import { checkGrantable } from '../grantable-scopes.ts';
import type { Handler } from '../handler.ts';
import { checkKeyFields } from './check-key-fields.ts';
import { showApiKey } from './show-api-key.ts';

/** `PATCH /api_keys/{api_key_id}`: changes only the given fields. */
export const updateApiKey: Handler<'updateApiKey'> = async (call) => {
  const id = call.path.api_key_id;
  const change = call.body;
  checkKeyFields(change, call.context.now());
  if (change.scopes) checkGrantable(call, change.scopes);
  const changed = await changeAudited(call, async (transaction, audit) => {
    const key = await getKey(transaction, callerOf(call).workspaceId, id);
    audit({ action: 'api_key.updated', target: { type: 'api_key', id }, details: { ...change } });
    const expires_at = change.expires_at && new Date(change.expires_at).toISOString();
    return changeKey(transaction, key, { ...change, ...(change.expires_at !== undefined && { expires_at }) });
  });
  return { status: 200, mediaType: 'application/json', body: await showApiKey(call, changed) };
};
