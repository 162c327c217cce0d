import { invalidFields } from '../answers/refusal.ts';
import { changeAudited } from './audited-change.ts';
import { callerOf } from './caller.ts';
import type { Handler } from './handler.ts';
import { showWorkspace } from './show-workspace.ts';

/** `PATCH /workspace`: its name, and the origins whose pages may read its responses in a browser. */
export const updateWorkspace: Handler<'updateWorkspace'> = async (call) => {
  const { workspaceId } = callerOf(call);
  const change = call.body;
  const { name, allowed_origins } = change;
  checkOrigins(allowed_origins ?? []);
  await changeAudited(call, async (transaction, audit) => {
    await transaction
      .updateTable('workspace')
      .set({
        ...(name !== undefined && { name }),
        ...(allowed_origins !== undefined && { allowed_origins: allowed_origins && JSON.stringify(allowed_origins) }),
      })
      .where('id', '=', workspaceId)
      .execute();
    audit({ action: 'workspace.updated', target: { type: 'workspace', id: workspaceId }, details: change });
  });
  return { status: 200, mediaType: 'application/json', body: await showWorkspace(call) };
};

/** An origin as browsers send it: scheme, host and an optional port, without a path. */
export function checkOrigins(origins: string[], place = 'allowed_origins'): void {
  const issues = origins.flatMap((origin, index) => {
    if (/^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin) return [];
    const field = `${place}/${index}`;
    const params = { format: 'origin (https://app.example)' };
    return [{ in: 'body', pointer: `/${field}`, field, keyword: 'format', params, message: 'is no origin' } as const];
  });
  if (issues.length > 0) throw invalidFields(issues);
}
