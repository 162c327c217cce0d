import type { WebhookEndpointRow } from '../db/schema.ts';
import { heldByPace } from './delivery/wait.ts';

/** An endpoint, and the pace for which its deliveries wait, until a time on the real clock. */
export type ShownEndpoint = WebhookEndpointRow & { wait_pace?: string | null; wait_until?: number | null };

/** An endpoint as the platform API shows it; its secret is only in the response that created it. */
export function showEndpoint(row: ShownEndpoint): Record<string, unknown> {
  const { id, url, description, status, disabled_reason, disabled_at, created_at, updated_at } = row;
  return {
    id,
    url,
    description,
    event_types: JSON.parse(row.event_types),
    api_versions: JSON.parse(row.api_versions),
    status,
    disabled_reason,
    disabled_at,
    circuit: {
      state: row.circuit_opened_at === null ? 'closed' : 'open',
      consecutive_failures: row.consecutive_failures,
      opened_at: timeOf(row.circuit_opened_at),
      next_probe_at: timeOf(row.circuit_probe_at),
    },
    confirmed_at: row.confirmed_at,
    held: row.wait_pace ? heldByPace(row.wait_pace) : null,
    held_until: timeOf(row.wait_until ?? null),
    previous_secret_expires_at: row.previous_secret_expires_at,
    created_at,
    updated_at,
  };
}

function timeOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
