import { listClients } from '../../identity/oauth-clients.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byTime } from '../paging.ts';
import { showOAuthClients } from './show-oauth-client.ts';

const paging = byTime('oauth_clients');

/** `GET /oauth_clients`: the workspace's clients, newest first. */
export const listOAuthClients: Handler<'listOAuthClients'> = async (call) => {
  const { workspaceId } = callerOf(call);
  const found = await listClients(call.context.db, workspaceId, paging.read(call.query));
  return answerPage(paging, found, await showOAuthClients(call, found.rows));
};
