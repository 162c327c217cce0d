import { changeKey, getKey } from '../../identity/key-register.ts';
import { checkGrant, rightsOfKey } from '../../identity/rights.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { checkScopes } from '../known-scopes.ts';
import { checkKeyFields } from './check-key-fields.ts';
import { showApiKey } from './show-api-key.ts';

/** `PATCH /api_keys/{api_key_id}`: changes only the given fields. */
export const updateApiKey: Handler<'updateApiKey'> = async (call) => {
  const id = call.path.api_key_id;
  const change = call.body;
  checkKeyFields(change, call.context.now());
  if (change.scopes) checkScopes(call, change.scopes);
  const changed = await changeAudited(call, async (transaction, audit) => {
    const { workspaceId, grants } = callerOf(call);
    const key = await getKey(transaction, workspaceId, id);
    audit({ action: 'api_key.updated', target: { type: 'api_key', id }, details: { ...change } });
    const expires_at = change.expires_at && new Date(change.expires_at).toISOString();
    const dated = { ...change, ...(change.expires_at !== undefined && { expires_at }) };
    const changed = await changeKey(transaction, key, dated);
    checkGrant(call.context.scopes, grants, rightsOfKey(changed), rightsOfKey(key));
    return changed;
  });
  return { status: 200, mediaType: 'application/json', body: await showApiKey(call, changed) };
};
