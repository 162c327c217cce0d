import { invalidFields } from '../dialect/errors/refusal.ts';
import type { Handler } from '../pipeline/handle-request.ts';
import { resetWorkspace } from '../sandbox/seed/reset-workspace.ts';
import { callerOf } from './caller.ts';

/** `POST /workspace/reset`: back to the seed data, of one API or of all. */
export const resetWorkspaceData: Handler = async (call) => {
  const { db, apis } = call.context;
  const { workspaceId } = callerOf(call);
  const sandboxes = [...apis.values()].filter(({ slug }) => slug !== 'platform');
  const { api } = (call.request.body ?? {}) as { api?: string };
  const chosen = sandboxes.filter(({ slug }) => api === undefined || slug === api);
  if (chosen.length === 0) throw unknownApi(sandboxes.map(({ slug }) => slug));
  await resetWorkspace(db, chosen, workspaceId);
  return { status: 204 };
};

function unknownApi(allowedValues: string[]): Error {
  return invalidFields([
    {
      in: 'body',
      pointer: '/api',
      field: 'api',
      keyword: 'enum',
      params: { allowedValues },
      message: 'is no API of this portal',
    },
  ]);
}
