import type { AttemptRow, EventRow } from '../db/schema.ts';
import { payloadOf } from '../events/event-store.ts';
import type { ShownDelivery } from './delivery-log.ts';

/** A delivery as lists and the live stream show it. */
export function showDelivery(row: ShownDelivery): Record<string, unknown> {
  const { id, event_id, type, api, store, record_id, request_id, endpoint_id, url, api_version, status, reason } = row;
  const held = heldBy(row);
  return {
    id,
    event_id,
    type,
    api,
    record: { store, id: record_id },
    request_id,
    endpoint_id,
    url,
    api_version,
    status,
    reason,
    held,
    attempt_count: row.attempt_count,
    last_status: row.last_status,
    last_error: row.last_error,
    next_attempt_at: nextAttempt(row, held),
    created_at: row.created_at,
    finished_at: row.finished_at,
  };
}

/** A delivery with its body and every attempt. */
export function showWholeDelivery(
  row: ShownDelivery,
  event: EventRow,
  attempts: AttemptRow[],
): Record<string, unknown> {
  const payload = payloadOf(event, row.api_version ?? undefined);
  const body = row.api_version === null ? event.payload : JSON.stringify(payload);
  return { ...showDelivery(row), payload, attempts: attempts.map((attempt) => showAttempt(attempt, body)) };
}

function showAttempt(row: AttemptRow, body: string): Record<string, unknown> {
  const { id, number, outcome, started_at, duration_ms, timing, address, request, response, next_attempt_at } = row;
  return {
    id,
    number,
    outcome,
    started_at,
    duration_ms,
    timing: timing === null ? { dns_ms: null, connect_ms: null, first_byte_ms: null } : JSON.parse(timing),
    address,
    request: { method: 'POST', ...JSON.parse(request), body },
    response: response === null ? null : JSON.parse(response),
    error: row.error_code === null ? null : { code: row.error_code, detail: row.error_detail },
    next_attempt_at,
  };
}

function heldBy({
  status,
  endpoint_status,
  claim,
  due_at,
  circuit_probe_at,
  circuit_opened_at,
}: ShownDelivery): string | null {
  if (status !== 'pending' || claim !== null) return null;
  if (endpoint_status === 'paused') return 'paused';
  return circuit_opened_at !== null && (circuit_probe_at ?? 0) > (due_at ?? 0) ? 'circuit_open' : null;
}

/** A delivery in flight has no next attempt; while the circuit is open none comes before the next probe. */
function nextAttempt({ due_at, claim, circuit_probe_at }: ShownDelivery, held: string | null): string | null {
  if (due_at === null || claim !== null || held === 'paused') return null;
  return new Date(held === null ? due_at : Math.max(due_at, circuit_probe_at ?? 0)).toISOString();
}
