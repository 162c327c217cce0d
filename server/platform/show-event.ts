import type { EventRow } from '../db/schema.ts';

/** An event as the platform API shows it; its payload is what was told, word for word. */
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
