import { getKey } from '../../identity/key-register.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { principalOf } from '../audited-change.ts';
import { presentApiKey } from './present-api-key.ts';

/** `GET /api_keys/{api_key_id}`: one key, without its secret. */
export const getApiKey: Handler = async (call) => {
  const id = String(call.request.parameters.path.api_key_id);
  const key = await getKey(call.context.db, principalOf(call).workspaceId, id);
  return { status: 200, mediaType: 'application/json', body: await presentApiKey(call, key) };
};
