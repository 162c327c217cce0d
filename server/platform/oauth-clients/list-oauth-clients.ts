import { listOAuthClients as readOAuthClients } from '../../identity/oauth-clients.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { principalOf } from '../audited-change.ts';
import { newestFirstPage } from '../newest-first-page.ts';
import { presentOAuthClients } from './present-oauth-client.ts';

/** `GET /oauth_clients`: the workspace's clients, the newest first. */
export const listOAuthClients: Handler = async (call) => {
  const { workspaceId } = principalOf(call);
  const { rows, ...page } = await newestFirstPage(call, 'oauth_clients', (asked) =>
    readOAuthClients(call.context.db, workspaceId, asked),
  );
  return { status: 200, mediaType: 'application/json', body: { data: await presentOAuthClients(call, rows), ...page } };
};
