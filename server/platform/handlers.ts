import type { Handler } from '../pipeline/handle-request.ts';
import { apiKeyHandlers } from './api-keys/api-key-handlers.ts';
import { createGuestWorkspaceHandler } from './create-guest-workspace.ts';
import { getEvent } from './get-event.ts';
import { getWorkspace } from './get-workspace.ts';
import { getWorkspaceClock } from './get-workspace-clock.ts';
import { listAuditEvents } from './list-audit-events.ts';
import { listWorkspaceEvents } from './list-events.ts';
import { listScopes } from './list-scopes.ts';
import { moveWorkspaceClock } from './move-workspace-clock.ts';
import { oauthClientHandlers } from './oauth-clients/oauth-client-handlers.ts';
import { peopleHandlers } from './people/people-handlers.ts';
import { resetWorkspaceData } from './reset-workspace.ts';
import { setWorkspaceClockBack } from './set-workspace-clock-back.ts';
import { updateWorkspace } from './update-workspace.ts';
import { webhookHandlers } from './webhooks/webhook-handlers.ts';

/** The platform API's operations, by the operationId of `specs/platform/openapi.yaml`. */
export const platformHandlers: Record<string, Handler> = {
  createGuestWorkspace: createGuestWorkspaceHandler,
  getWorkspace,
  updateWorkspace,
  resetWorkspace: resetWorkspaceData,
  getWorkspaceClock,
  moveWorkspaceClock,
  setWorkspaceClockBack,
  listEvents: listWorkspaceEvents,
  getEvent,
  listScopes,
  listAuditEvents,
  ...apiKeyHandlers,
  ...oauthClientHandlers,
  ...peopleHandlers,
  ...webhookHandlers,
};
