import { listKeys } from '../../identity/key-register.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { principalOf } from '../audited-change.ts';
import { newestFirstPage } from '../newest-first-page.ts';
import { presentApiKeys } from './present-api-key.ts';

/** `GET /api_keys`: the workspace's keys, the newest first, those that hold no more too. */
export const listApiKeys: Handler = async (call) => {
  const { workspaceId } = principalOf(call);
  const { rows, ...page } = await newestFirstPage(call, 'api_keys', (asked) =>
    listKeys(call.context.db, workspaceId, asked),
  );
  return { status: 200, mediaType: 'application/json', body: { data: await presentApiKeys(call, rows), ...page } };
};
