import { showReason } from '../../activity/requests/reason.ts';
import type { FoundRequest } from '../../activity/requests/search-requests.ts';
import type { Texts } from '../../answers/texts.ts';
import type { EventRow, RequestRow } from '../../db/schema.ts';
import type { ShownDelivery } from '../../webhooks/delivery-log.ts';
import { showDelivery } from '../../webhooks/show-delivery.ts';
import { showEvent } from '../show-event.ts';

/** A call as lists and the live stream show it. */
export function showRequest(row: RequestRow): Record<string, unknown> {
  return {
    id: row.id,
    at: time(row.at),
    clock_at: time(row.clock),
    api: row.api,
    operation: row.operation,
    route: row.route,
    method: row.method,
    path: row.path,
    query: row.query,
    status: row.status === 0 ? null : row.status,
    error_code: row.error_code,
    duration_ms: row.duration,
    stages_ms: JSON.parse(row.stages),
    request_bytes: row.request_bytes,
    response_bytes: row.response_bytes,
    actor: row.actor_type && { type: row.actor_type, id: row.actor_id },
    address: row.address,
    user_agent: row.user_agent,
    idempotency: row.idempotency,
  };
}

/** A call with what it sent and received, why it was refused, and what it caused. */
export function showWholeRequest(
  row: FoundRequest,
  caused: { events: EventRow[]; deliveries: ShownDelivery[] },
  language: keyof Texts,
): Record<string, unknown> {
  const { request_headers, response_headers, request_body, response_body, reason } = row;
  return {
    ...showRequest(row),
    request: request_headers === null ? null : { headers: JSON.parse(request_headers), body: request_body },
    response: response_headers === null ? null : { headers: JSON.parse(response_headers), body: response_body },
    reason: reason === null ? null : showReason(reason, language),
    events: caused.events.map(showEvent),
    deliveries: caused.deliveries.map(showDelivery),
  };
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
