import { readUses, type Uses } from '../../identity/credential-uses.ts';
import { getKey } from '../../identity/key-register.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `GET /api_keys/{api_key_id}/usage`: its calls on each of the last 30 days. */
export const getApiKeyUsage: Handler<'getApiKeyUsage'> = async (call) => {
  const { db, uses, now } = call.context;
  const { id } = await getKey(db, callerOf(call).workspaceId, call.path.api_key_id);
  await uses.flush();
  const { days, last } = (await readUses(db, [id], now())).get(id) as Uses;
  const total_calls = days.reduce((sum, { calls }) => sum + calls, 0);
  return { status: 200, mediaType: 'application/json', body: { data: days, total_calls, last_used: last } };
};
