import type { OAuthClientRow } from '../../db/schema.ts';
import { readUses, type Uses } from '../../identity/credential-uses.ts';
import { words } from '../../identity/stored-lists.ts';
import type { PlatformCall } from '../handler.ts';

/** Clients as the platform API shows them, with the usage of their tokens. */
export async function showOAuthClients(
  { context }: PlatformCall,
  rows: OAuthClientRow[],
): Promise<Record<string, unknown>[]> {
  await context.uses.flush();
  const ids = rows.map(({ id }) => id);
  const uses = await readUses(context.db, ids, context.now());
  return rows.map((row) => show(row, uses.get(row.id) as Uses, context.now()));
}

/** One client, as `showOAuthClients` shows it. */
export async function showOAuthClient(call: PlatformCall, row: OAuthClientRow): Promise<Record<string, unknown>> {
  return (await showOAuthClients(call, [row]))[0] as Record<string, unknown>;
}

function show(row: OAuthClientRow, { days, last }: Uses, now: Date): Record<string, unknown> {
  const until = row.previous_secret_expires_at;
  return {
    id: row.id,
    name: row.name,
    environment: row.environment,
    scopes: words(row.scopes),
    allowed_addresses: words(row.allowed_addresses),
    last_four: row.last_four,
    created_at: row.created_at,
    created_by: row.created_by_type && { type: row.created_by_type, id: row.created_by_id },
    previous_secret_expires_at: until && Date.parse(until) > now.getTime() ? until : null,
    last_used: last,
    daily_calls: days.map(({ calls }) => calls),
  };
}
