import { notFound, Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { type PageOfRows, pageOfRows } from '../db/page-of-rows.ts';
import type { ApiKeyRow, Database } from '../db/schema.ts';
import { issueKey, type NewKey } from './api-keys.ts';
import { isBehind, type PageOfNewest } from './newest-first.ts';
import type { Peppers } from './peppers.ts';
import type { Actor } from './principal.ts';
import { words } from './stored-lists.ts';

export type KeyStatus = 'active' | 'expired' | 'revoked';

/** The fields of a key that can be changed. */
export interface KeyChange {
  name?: string;
  scopes?: string[];
  allowed_addresses?: string[];
  requests_per_minute?: number | null;
  expires_at?: string | null;
}

/** A workspace's key by its id; refuses with 404 an id of another workspace too. */
export async function getKey(db: Database, workspaceId: string, id: string): Promise<ApiKeyRow> {
  const row = await db
    .selectFrom('api_key')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound(id);
  return row;
}

/** A page of a workspace's keys, newest first. */
export async function listKeys(
  db: Database,
  workspaceId: string,
  { limit, after }: PageOfNewest,
): Promise<PageOfRows<ApiKeyRow>> {
  const rows = await db
    .selectFrom('api_key')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(isBehind(after))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOfRows(rows, limit);
}

export function statusOf({ revoked_at, expires_at }: ApiKeyRow, now: Date): KeyStatus {
  if (revoked_at) return 'revoked';
  return expires_at && Date.parse(expires_at) <= now.getTime() ? 'expired' : 'active';
}

/** Changes only the given fields; a revoked key cannot be changed. */
export async function changeKey(db: Database, key: ApiKeyRow, change: KeyChange): Promise<ApiKeyRow> {
  if (key.revoked_at) throw notActive();
  const { scopes, allowed_addresses, ...plain } = change;
  return db
    .updateTable('api_key')
    .set({
      ...plain,
      ...(scopes && { scopes: scopes.join(' ') }),
      ...(allowed_addresses && { allowed_addresses: allowed_addresses.join(' ') }),
    })
    .where('id', '=', key.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Revokes a key permanently; returns whether it was active before. */
export async function revokeKey(db: Database, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_key')
    .set({ revoked_at: now.toISOString() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Creates a key like another one, which expires after the overlap at the latest. A guest's first key is followed by another. */
export async function rotateKey(
  db: Database,
  peppers: Peppers,
  key: ApiKeyRow,
  { overlapSeconds, createdBy, now }: { overlapSeconds: number; createdBy: Actor; now: Date },
): Promise<NewKey> {
  if (statusOf(key, now) !== 'active') throw notActive();
  const made = await issueKey(db, peppers, {
    workspaceId: key.workspace_id,
    environment: key.environment,
    scopes: words(key.scopes),
    now,
    expiresAt: key.expires_at ? new Date(key.expires_at) : null,
    name: key.name,
    role: key.role,
    allowedAddresses: words(key.allowed_addresses),
    requestsPerMinute: key.requests_per_minute,
    createdBy: key.created_by_type === null ? undefined : createdBy,
    replaces: key.id,
  });
  const end = new Date(now.getTime() + overlapSeconds * 1000).toISOString();
  if (overlapSeconds === 0) await revokeKey(db, key.id, now);
  else if (!key.expires_at || key.expires_at > end)
    await db.updateTable('api_key').set({ expires_at: end }).where('id', '=', key.id).execute();
  return made;
}

function notActive(): Refusal {
  return new Refusal('invalid_state', say('keys.ended'));
}
