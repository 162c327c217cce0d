import { bodyIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { announceChange } from '../../events/workspace-changes.ts';
import { workspaceNow } from '../../identity/workspace-clock.ts';
import { createStorageQuota } from '../../records/storage-quota.ts';
import { reset } from '../../sandbox/seed/reset-sandboxes.ts';
import { restoreSandbox } from '../../sandbox/seed/restore-sandbox.ts';
import { changeAudited } from '../audited-change.ts';
import { callerOf } from '../caller.ts';
import type { Handler, PlatformCall } from '../handler.ts';
import { sandboxesOf } from '../sandboxes.ts';
import { checkOrigins } from '../update-workspace.ts';
import { type CheckedFile, checkFile } from './check-file.ts';
import { checkScopesOfData } from './check-scopes-of-data.ts';
import { chooseEndpoints } from './choose-endpoints.ts';
import { withFile } from './receive-file.ts';
import { replaceEndpoints } from './replace-endpoints.ts';
import type { WorkspaceFile } from './workspace-file.ts';

/** Later times have a five-digit year, and would no longer sort as text. */
const endOfTime = Date.parse('9999-12-31T23:59:59Z');

/** `POST /workspace/import`: replaces the workspace's data by that of a file; all of it, or nothing. */
export const importWorkspace: Handler<'importWorkspace'> = async (call) => {
  const { context, incoming } = call;
  const caller = callerOf(call);
  checkScopesOfData(context, caller, 'write');
  const { kind } = await context.db
    .selectFrom('workspace')
    .select('kind')
    .where('id', '=', caller.workspaceId)
    .executeTakeFirstOrThrow();
  const { records } = context.config.storage[kind];
  return withFile(context, incoming, context.config.importBytes, async (bytes) => {
    const checked = await checkFile(context, bytes, records);
    checkSettings(checked.file, caller.real);
    const chosen = await chooseEndpoints(context, checked.file);
    const restored = await restore(call, checked, chosen.endpoints);
    await announceChange(context.db, { workspaceId: caller.workspaceId, due: true });
    const body = { ...restored, left_out: [...checked.leftOut, ...chosen.leftOut] };
    return { status: 200, mediaType: 'application/json', headers: { 'cache-control': 'no-store' }, body };
  });
};

function checkSettings({ workspace }: WorkspaceFile, real: Date): void {
  checkOrigins(workspace.allowed_origins ?? [], 'workspace/allowed_origins');
  const limit = Math.floor((endOfTime - real.getTime()) / 1000);
  if (workspace.ahead_seconds > limit)
    throw invalidFields([bodyIssue('workspace/ahead_seconds', 'maximum', { limit })]);
}

async function restore(
  call: PlatformCall,
  { file, sandboxes }: CheckedFile,
  endpoints: WorkspaceFile['webhook_endpoints'],
) {
  const { context } = call;
  const { workspaceId, real } = callerOf(call);
  const clockOffset = Math.round(file.workspace.ahead_seconds * 1000);
  const now = workspaceNow({ clockOffset }, real);
  return changeAudited(call, async (transaction, audit) => {
    const { name, allowed_origins } = file.workspace;
    await transaction
      .updateTable('workspace')
      .set({
        ...(name !== null && { name }),
        allowed_origins: allowed_origins && JSON.stringify(allowed_origins),
        clock_offset: clockOffset,
      })
      .where('id', '=', workspaceId)
      .execute();
    // One of its own: what it learns here is not true if nothing is kept.
    const storage = createStorageQuota(context.config.storage);
    const apis: { api: string; records: number }[] = [];
    for (const each of sandboxesOf(context, transaction, workspaceId, now)) {
      const sandbox = { ...each, storage };
      const kept = sandboxes.get(sandbox.api.slug);
      if (kept) apis.push({ api: sandbox.api.slug, records: await restoreSandbox(sandbox, kept) });
      else await reset(sandbox);
    }
    const replaced = context.features.webhooks
      ? await replaceEndpoints(context, transaction, { workspaceId, now }, { endpoints, inboxes: file.inboxes })
      : {};
    const details = { apis, webhook_endpoints: endpoints.length, inboxes: file.inboxes.length };
    audit({ action: 'workspace.imported', target: { type: 'workspace', id: workspaceId }, details });
    return { apis, ...replaced };
  });
}
