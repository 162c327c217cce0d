import { listKeys } from '../../identity/key-register.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byTime } from '../paging.ts';
import { showApiKeys } from './show-api-key.ts';

const paging = byTime('api_keys');

/** `GET /api_keys`: the workspace's keys, newest first, including expired and revoked ones. */
export const listApiKeys: Handler<'listApiKeys'> = async (call) => {
  const { workspaceId } = callerOf(call);
  const found = await listKeys(call.context.db, workspaceId, paging.read(call.query));
  return answerPage(paging, found, await showApiKeys(call, found.rows));
};
