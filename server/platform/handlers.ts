import type { Handler } from '../pipeline/handle-request.ts';
import { createGuestWorkspaceHandler } from './create-guest-workspace.ts';

/** The platform API's operations, by the operationId of `specs/platform/openapi.yaml`. */
export const platformHandlers: Record<string, Handler> = {
  createGuestWorkspace: createGuestWorkspaceHandler,
};
