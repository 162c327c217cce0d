import type { Handler } from '../../pipeline/handle-request.ts';
import { createInbox } from './create-inbox.ts';
import { createWebhookEndpoint } from './create-webhook-endpoint.ts';
import { deleteInbox } from './delete-inbox.ts';
import { deleteInboxMessages } from './delete-inbox-messages.ts';
import { deleteWebhookEndpoint } from './delete-webhook-endpoint.ts';
import { getDelivery } from './get-delivery.ts';
import { getInbox } from './get-inbox.ts';
import { getInboxMessage } from './get-inbox-message.ts';
import { getWebhookEndpoint } from './get-webhook-endpoint.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listEventTypes } from './list-event-types.ts';
import { listInboxMessages } from './list-inbox-messages.ts';
import { listInboxes } from './list-inboxes.ts';
import { listWebhookEndpoints } from './list-webhook-endpoints.ts';
import { resendDeliveries } from './resend-deliveries.ts';
import { resendOneDelivery } from './resend-delivery.ts';
import { rotateWebhookSecret } from './rotate-webhook-secret.ts';
import { sendTestEvent } from './send-test-event.ts';
import { streamEvents } from './stream-events.ts';
import { updateInbox } from './update-inbox.ts';
import { updateWebhookEndpoint } from './update-webhook-endpoint.ts';

/** The operations about webhooks, by the operationId of `specs/platform/openapi.yaml`. */
export const webhookHandlers: Record<string, Handler> = {
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
  resendDelivery: resendOneDelivery,
  resendDeliveries,
  listInboxes,
  createInbox,
  getInbox,
  updateInbox,
  deleteInbox,
  listInboxMessages,
  deleteInboxMessages,
  getInboxMessage,
};
