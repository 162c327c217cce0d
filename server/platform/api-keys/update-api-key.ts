import { changeKey, getKey, type KeyChange } from '../../identity/key-register.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeAudited, principalOf } from '../audited-change.ts';
import { checkGrantable } from '../grantable-scopes.ts';
import { checkKeyFields } from './check-key-fields.ts';
import { presentApiKey } from './present-api-key.ts';

/** `PATCH /api_keys/{api_key_id}`: changes what is sent, and nothing else. */
export const updateApiKey: Handler = async (call) => {
  const id = String(call.request.parameters.path.api_key_id);
  const change = call.request.body as KeyChange;
  checkKeyFields(change, call.context.now());
  if (change.scopes) checkGrantable(call, change.scopes);
  const changed = await changeAudited(call, async (transaction, tell) => {
    const key = await getKey(transaction, principalOf(call).workspaceId, id);
    tell({ action: 'api_key.updated', target: { type: 'api_key', id }, details: { ...change } });
    const expires_at = change.expires_at && new Date(change.expires_at).toISOString();
    return changeKey(transaction, key, { ...change, ...(change.expires_at !== undefined && { expires_at }) });
  });
  return { status: 200, mediaType: 'application/json', body: await presentApiKey(call, changed) };
};
