import { getKey } from '../../identity/key-register.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showApiKey } from './show-api-key.ts';

/** `GET /api_keys/{api_key_id}`: one key, without its secret. */
export const getApiKey: Handler<'getApiKey'> = async (call) => {
  const id = call.path.api_key_id;
  const key = await getKey(call.context.db, callerOf(call).workspaceId, id);
  return { status: 200, mediaType: 'application/json', body: await showApiKey(call, key) };
};
