import { getKey, rotateKey } from '../../identity/key-register.ts';
import { checkQuota } from '../../identity/quotas.ts';
import { checkGrant, rightsOfKey } from '../../identity/rights.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { answerNewKey } from './answer-new-key.ts';

/** `POST /api_keys/{api_key_id}/rotations`: creates a key like this one, which expires after the overlap. */
export const rotateApiKey: Handler<'rotateApiKey'> = async (call) => {
  const { config, peppers, now, scopes } = call.context;
  const id = call.path.api_key_id;
  const { workspaceId, actor, grants } = callerOf(call);
  const { overlap_seconds: overlapSeconds = 0 } = call.body;
  const { key, secret } = await changeAudited(call, async (transaction, audit) => {
    const old = await getKey(transaction, workspaceId, id);
    // The caller gets the new key's secret, so it must not exceed the caller's rights.
    checkGrant(scopes, grants, rightsOfKey(old));
    // Without an overlap the new key takes the place of the old one.
    if (overlapSeconds > 0) await checkQuota(transaction, config.quotas, 'api_keys', { workspaceId, now: now() });
    const made = await rotateKey(transaction, peppers, old, { overlapSeconds, createdBy: actor, now: now() });
    const details = { name: old.name, overlap_seconds: overlapSeconds, replaced_by: made.id };
    audit({ action: 'api_key.rotated', target: { type: 'api_key', id }, details });
    return { key: await getKey(transaction, workspaceId, made.id), secret: made.secret };
  });
  return answerNewKey(call, key, secret);
};
