import type { ApiKeyRow } from '../../db/schema.ts';
import { readUses, type Uses } from '../../identity/credential-uses.ts';
import { statusOf } from '../../identity/key-register.ts';
import { words } from '../../identity/stored-lists.ts';
import type { PlatformCall } from '../handler.ts';

/** Keys as the platform API shows them, with their usage, including counts not yet written by this process. */
export async function showApiKeys({ context }: PlatformCall, rows: ApiKeyRow[]): Promise<Record<string, unknown>[]> {
  await context.uses.flush();
  const ids = rows.map(({ id }) => id);
  const uses = await readUses(context.db, ids, context.now());
  return rows.map((row) => show(row, uses.get(row.id) as Uses, context.now()));
}

/** One key, as `showApiKeys` shows it. */
export async function showApiKey(call: PlatformCall, row: ApiKeyRow): Promise<Record<string, unknown>> {
  return (await showApiKeys(call, [row]))[0] as Record<string, unknown>;
}

function show(row: ApiKeyRow, { days, last }: Uses, now: Date): Record<string, unknown> {
  return {
    id: row.id,
    name: row.name,
    environment: row.environment,
    prefix: `sk_${row.environment}_`,
    last_four: row.last_four,
    scopes: words(row.scopes),
    allowed_addresses: words(row.allowed_addresses),
    requests_per_minute: row.requests_per_minute,
    status: statusOf(row, now),
    created_at: row.created_at,
    created_by: row.created_by_type && { type: row.created_by_type, id: row.created_by_id },
    expires_at: row.expires_at,
    revoked_at: row.revoked_at,
    replaces: row.replaces,
    last_used: last,
    daily_calls: days.map(({ calls }) => calls),
  };
}
