import { createApiKey as makeApiKey } from '../../identity/api-keys.ts';
import type { Environment } from '../../identity/key-format.ts';
import { getKey, type KeyChange } from '../../identity/key-register.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { changeAudited, principalOf } from '../audited-change.ts';
import { checkGrantable } from '../grantable-scopes.ts';
import { answerNewKey } from './answer-new-key.ts';
import { checkKeyFields } from './check-key-fields.ts';

type NewApiKey = KeyChange & { name: string; scopes: string[]; environment?: Environment };

/** `POST /api_keys`: a key that may do what its maker may, or less. */
export const createApiKey: Handler = async (call) => {
  const { peppers, now } = call.context;
  const { workspaceId, role, actor } = principalOf(call);
  const { environment = 'test', ...body } = call.request.body as NewApiKey;
  const { name, scopes, expires_at, allowed_addresses = [], requests_per_minute = null } = body;
  checkKeyFields(body, now());
  checkGrantable(call, scopes);
  const made = await changeAudited(call, async (transaction, tell) => {
    const { id, secret } = await makeApiKey(transaction, peppers, {
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
    tell({ action: 'api_key.created', target: { type: 'api_key', id }, details: { name, environment, scopes } });
    return { key: await getKey(transaction, workspaceId, id), secret };
  });
  return answerNewKey(call, made.key, made.secret);
};
