import type { Answer } from '../answers/answer.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import { isServedApart } from '../openapi/servers.ts';
import { createAlertRule } from './alerts/create-alert-rule.ts';
import { deleteAlertRule } from './alerts/delete-alert-rule.ts';
import { getAlertIncident } from './alerts/get-alert-incident.ts';
import { getAlertRule } from './alerts/get-alert-rule.ts';
import { listAlertIncidents } from './alerts/list-alert-incidents.ts';
import { listAlertRules } from './alerts/list-alert-rules.ts';
import { updateAlertRule } from './alerts/update-alert-rule.ts';
import { createApiKey } from './api-keys/create-api-key.ts';
import { getApiKey } from './api-keys/get-api-key.ts';
import { getApiKeyUsage } from './api-keys/get-api-key-usage.ts';
import { listApiKeys } from './api-keys/list-api-keys.ts';
import { reportLeakedApiKey } from './api-keys/report-leaked-api-key.ts';
import { revokeApiKey } from './api-keys/revoke-api-key.ts';
import { rotateApiKey } from './api-keys/rotate-api-key.ts';
import { updateApiKey } from './api-keys/update-api-key.ts';
import { verifyApiKey } from './api-keys/verify-api-key.ts';
import { createGuestWorkspace } from './create-guest-workspace.ts';
import { getEvent } from './get-event.ts';
import { getWorkspace } from './get-workspace.ts';
import { getWorkspaceClock } from './get-workspace-clock.ts';
import type { Handler, OperationId, PlatformCall } from './handler.ts';
import { listAuditEvents } from './list-audit-events.ts';
import { listEvents } from './list-events.ts';
import { listScopes } from './list-scopes.ts';
import { moveWorkspaceClock } from './move-workspace-clock.ts';
import { createOAuthClient } from './oauth-clients/create-oauth-client.ts';
import { deleteOAuthClient } from './oauth-clients/delete-oauth-client.ts';
import { getOAuthClient } from './oauth-clients/get-oauth-client.ts';
import { listOAuthClients } from './oauth-clients/list-oauth-clients.ts';
import { rotateOAuthClientSecret } from './oauth-clients/rotate-oauth-client-secret.ts';
import { updateOAuthClient } from './oauth-clients/update-oauth-client.ts';
import { createInvitation } from './people/create-invitation.ts';
import { createInvitationLink } from './people/create-invitation-link.ts';
import { getMe } from './people/get-me.ts';
import { listInvitations } from './people/list-invitations.ts';
import { listMembers } from './people/list-members.ts';
import { removeMember } from './people/remove-member.ts';
import { revokeInvitation } from './people/revoke-invitation.ts';
import { updateMember } from './people/update-member.ts';
import { getMetrics } from './requests/get-metrics.ts';
import { getRequest } from './requests/get-request.ts';
import { listRequests } from './requests/list-requests.ts';
import { streamRequests } from './requests/stream-requests.ts';
import { resetWorkspace } from './reset-workspace.ts';
import { setWorkspaceClockBack } from './set-workspace-clock-back.ts';
import { createSuggestion } from './suggestions/create-suggestion.ts';
import { deleteSuggestion } from './suggestions/delete-suggestion.ts';
import { getSuggestion } from './suggestions/get-suggestion.ts';
import { listSuggestions } from './suggestions/list-suggestions.ts';
import { updateSuggestion } from './suggestions/update-suggestion.ts';
import { updateWorkspace } from './update-workspace.ts';
import { createInbox } from './webhooks/create-inbox.ts';
import { createWebhookEndpoint } from './webhooks/create-webhook-endpoint.ts';
import { deleteInbox } from './webhooks/delete-inbox.ts';
import { deleteInboxMessages } from './webhooks/delete-inbox-messages.ts';
import { deleteWebhookEndpoint } from './webhooks/delete-webhook-endpoint.ts';
import { getDelivery } from './webhooks/get-delivery.ts';
import { getInbox } from './webhooks/get-inbox.ts';
import { getInboxMessage } from './webhooks/get-inbox-message.ts';
import { getWebhookEndpoint } from './webhooks/get-webhook-endpoint.ts';
import { listDeliveries } from './webhooks/list-deliveries.ts';
import { listEventTypes } from './webhooks/list-event-types.ts';
import { listInboxMessages } from './webhooks/list-inbox-messages.ts';
import { listInboxes } from './webhooks/list-inboxes.ts';
import { listWebhookEndpoints } from './webhooks/list-webhook-endpoints.ts';
import { resendDeliveries } from './webhooks/resend-deliveries.ts';
import { resendDelivery } from './webhooks/resend-delivery.ts';
import { rotateWebhookSecret } from './webhooks/rotate-webhook-secret.ts';
import { sendTestEvent } from './webhooks/send-test-event.ts';
import { streamEvents } from './webhooks/stream-events.ts';
import { updateInbox } from './webhooks/update-inbox.ts';
import { updateWebhookEndpoint } from './webhooks/update-webhook-endpoint.ts';
import { exportWorkspace } from './workspace-file/export-workspace.ts';
import { importWorkspace } from './workspace-file/import-workspace.ts';

/** The platform API's handlers, by the operationId of `specs/platform/openapi.yaml`. */
const handlers: { [Id in OperationId]: Handler<Id> } = {
  createGuestWorkspace,
  getWorkspace,
  updateWorkspace,
  getMe,
  listMembers,
  updateMember,
  removeMember,
  listInvitations,
  createInvitation,
  createInvitationLink,
  revokeInvitation,
  resetWorkspace,
  exportWorkspace,
  importWorkspace,
  getWorkspaceClock,
  moveWorkspaceClock,
  setWorkspaceClockBack,
  listScopes,
  listApiKeys,
  createApiKey,
  getApiKey,
  updateApiKey,
  revokeApiKey,
  rotateApiKey,
  getApiKeyUsage,
  verifyApiKey,
  reportLeakedApiKey,
  listOAuthClients,
  createOAuthClient,
  getOAuthClient,
  updateOAuthClient,
  deleteOAuthClient,
  rotateOAuthClientSecret,
  listAuditEvents,
  listEvents,
  getEvent,
  listRequests,
  getRequest,
  streamRequests,
  getMetrics,
  listAlertRules,
  createAlertRule,
  getAlertRule,
  updateAlertRule,
  deleteAlertRule,
  listAlertIncidents,
  getAlertIncident,
  listWebhookEndpoints,
  createWebhookEndpoint,
  getWebhookEndpoint,
  updateWebhookEndpoint,
  deleteWebhookEndpoint,
  rotateWebhookSecret,
  sendTestEvent,
  listEventTypes,
  streamEvents,
  listDeliveries,
  getDelivery,
  resendDelivery,
  resendDeliveries,
  listInboxes,
  createInbox,
  getInbox,
  updateInbox,
  deleteInbox,
  listInboxMessages,
  deleteInboxMessages,
  getInboxMessage,
  listSuggestions,
  createSuggestion,
  getSuggestion,
  updateSuggestion,
  deleteSuggestion,
};

/** A handler without the types of its operation; its caller has validated the request against the document. */
type AnyHandler = (call: PlatformCall & Record<'path' | 'query' | 'body', unknown>) => Promise<Answer>;

/** The handler of an operation of the platform API. */
export function getHandler(id: string): AnyHandler {
  const handler = findHandler(id);
  if (!handler) throw new Error(`The platform has no handler for ${id}.`);
  return handler;
}

/** Refuses to start where an operation of the document has no handler. */
export function checkHandlers(api: ApiDocument): void {
  const own = api.operations.filter((operation) => !isServedApart(api, operation));
  const missing = own.filter(({ id }) => !findHandler(id)).map(({ id }) => id);
  if (missing.length > 0) throw new Error(`The platform has no handler for ${missing.join(', ')}.`);
}

function findHandler(id: string): AnyHandler | undefined {
  return Object.hasOwn(handlers, id) ? (handlers[id as OperationId] as AnyHandler) : undefined;
}
