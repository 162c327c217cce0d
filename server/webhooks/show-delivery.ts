import type { AttemptRow, EventRow } from '../db/schema.ts';
import { payloadOf } from '../events/event-store.ts';
import { heldByPace } from './delivery/wait.ts';
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

function heldBy(row: ShownDelivery): string | null {
  const { status, claim, due_at, circuit_probe_at, circuit_opened_at, wait_pace } = row;
  if (status !== 'pending' || claim !== null) return null;
  if (row.endpoint_status === 'paused') return 'paused';
  if (circuit_opened_at !== null && (circuit_probe_at ?? 0) > (due_at ?? 0)) return 'circuit_open';
  return wait_pace !== null && waitEnds(row) > (due_at ?? 0) ? heldByPace(wait_pace) : null;
}

/** A delivery in flight has no next attempt; a held one has none before the next probe, or before its pace allows more. */
function nextAttempt(row: ShownDelivery, held: string | null): string | null {
  const { due_at, claim, circuit_probe_at } = row;
  if (due_at === null || claim !== null || held === 'paused') return null;
  const earliest = held === null ? 0 : held === 'circuit_open' ? (circuit_probe_at ?? 0) : waitEnds(row);
  return new Date(Math.max(due_at, earliest)).toISOString();
}

/** By the workspace's clock, should it not be moved. */
function waitEnds({ wait_until, clock_offset }: ShownDelivery): number {
  return (wait_until ?? 0) + clock_offset;
}
