import type { EventRow } from '../db/schema.ts';

/** An event as the platform API shows it; its payload is exactly what was sent. */
export function showEvent({
  id,
  type,
  api,
  created_at,
  store,
  record_id,
  request_id,
  payload,
}: EventRow): Record<string, unknown> {
  return { id, type, api, created_at, record: { store, id: record_id }, request_id, payload: JSON.parse(payload) };
}
