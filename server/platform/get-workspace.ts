import type { Handler } from '../pipeline/handle-request.ts';
import { presentWorkspace } from './present-workspace.ts';

/** `GET /workspace`: the workspace of the key, and what time it is there. */
export const getWorkspace: Handler = async (call) => ({
  status: 200,
  mediaType: 'application/json',
  body: await presentWorkspace(call),
});
