import { bodyIssue } from '../answers/issue.ts';
import { invalidFields } from '../answers/refusal.ts';
import { resetSandboxes } from '../sandbox/seed/reset-sandboxes.ts';
import { callerOf } from './caller.ts';
import type { Handler } from './handler.ts';
import { sandboxesOf } from './sandboxes.ts';

/** `POST /workspace/reset`: back to the seed data, for one API or for all. */
export const resetWorkspace: Handler<'resetWorkspace'> = async (call) => {
  const { context } = call;
  const { workspaceId, now } = callerOf(call);
  const slug = call.body?.api;
  const sandboxes = sandboxesOf(context, context.db, workspaceId, now);
  const chosen = sandboxes.filter(({ api }) => slug === undefined || api.slug === slug);
  if (chosen.length === 0) {
    const allowedValues = sandboxes.map(({ api }) => api.slug);
    throw invalidFields([bodyIssue('api', 'enum', { allowedValues })]);
  }
  await resetSandboxes(context.db, workspaceId, chosen);
  return { status: 204 };
};
