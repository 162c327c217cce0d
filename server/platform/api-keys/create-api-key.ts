import { issueKey } from '../../identity/api-keys.ts';
import { getKey } from '../../identity/key-register.ts';
import { checkQuota } from '../../identity/quotas.ts';
import { checkGrant } from '../../identity/rights.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { checkScopes } from '../known-scopes.ts';
import { answerNewKey } from './answer-new-key.ts';
import { checkKeyFields } from './check-key-fields.ts';

/** `POST /api_keys`: creates a key with at most the rights of its creator. */
export const createApiKey: Handler<'createApiKey'> = async (call) => {
  const { config, peppers, now, scopes: catalog } = call.context;
  const { workspaceId, role, actor, grants } = callerOf(call);
  const { environment = 'test', ...body } = call.body;
  const { name, scopes, expires_at, allowed_addresses = [], requests_per_minute = null } = body;
  checkKeyFields(body, now());
  checkScopes(call, scopes);
  checkGrant(catalog, grants, {
    role,
    scopes,
    environment,
    addresses: allowed_addresses,
    requestsPerMinute: requests_per_minute ?? Infinity,
    endsAt: expires_at ? Date.parse(expires_at) : Infinity,
  });
  const made = await changeAudited(call, async (transaction, audit) => {
    await checkQuota(transaction, config.quotas, 'api_keys', { workspaceId, now: now() });
    const { id, secret } = await issueKey(transaction, peppers, {
      workspaceId,
      environment,
      scopes,
      name,
      role,
      now: now(),
      expiresAt: expires_at ? new Date(expires_at) : null,
      allowedAddresses: allowed_addresses,
      requestsPerMinute: requests_per_minute,
      createdBy: actor,
    });
    audit({ action: 'api_key.created', target: { type: 'api_key', id }, details: { name, environment, scopes } });
    return { key: await getKey(transaction, workspaceId, id), secret };
  });
  return answerNewKey(call, made.key, made.secret);
};
