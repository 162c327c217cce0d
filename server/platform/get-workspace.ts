import type { Handler } from './handler.ts';
import { showWorkspace } from './show-workspace.ts';

/** `GET /workspace`: the workspace of the key, and the time there. */
export const getWorkspace: Handler<'getWorkspace'> = async (call) => ({
  status: 200,
  mediaType: 'application/json',
  body: await showWorkspace(call),
});
