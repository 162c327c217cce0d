import type { Handler } from '../pipeline/handle-request.ts';
import { createGuestWorkspaceHandler } from './create-guest-workspace.ts';
import { getEvent } from './get-event.ts';
import { getWorkspace } from './get-workspace.ts';
import { getWorkspaceClock } from './get-workspace-clock.ts';
import { listWorkspaceEvents } from './list-events.ts';
import { moveWorkspaceClock } from './move-workspace-clock.ts';
import { resetWorkspaceData } from './reset-workspace.ts';
import { setWorkspaceClockBack } from './set-workspace-clock-back.ts';

/** The platform API's operations, by the operationId of `specs/platform/openapi.yaml`. */
export const platformHandlers: Record<string, Handler> = {
  createGuestWorkspace: createGuestWorkspaceHandler,
  getWorkspace,
  resetWorkspace: resetWorkspaceData,
  getWorkspaceClock,
  moveWorkspaceClock,
  setWorkspaceClockBack,
  listEvents: listWorkspaceEvents,
  getEvent,
};
