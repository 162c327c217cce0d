import { newId } from '../db/new-id.ts';
import { type PageOfRows, pageOfRows } from '../db/page-of-rows.ts';
import type { AuditEventRow, Database } from '../db/schema.ts';
import type { Actor } from './principal.ts';

/** An action in a workspace; details never hold a secret. */
export interface AuditEntry {
  workspaceId: string;
  action: string;
  actor: Actor | { type: 'anonymous'; id: null };
  target: { type: 'api_key' | 'oauth_client' | 'workspace' | 'member' | 'invitation'; id: string };
  details?: Record<string, unknown>;
  address?: string;
  requestId?: string;
  now: Date;
}

export interface AuditQuery {
  limit: number;
  /** Only entries before this row number. */
  after?: number;
  action?: string;
  targetId?: string;
}

/** Writes an entry, in the transaction of the action that it records. */
export async function writeAuditEntry(transaction: Database, entry: AuditEntry): Promise<void> {
  await transaction
    .insertInto('audit_event')
    .values({
      id: newId('aud'),
      workspace_id: entry.workspaceId,
      action: entry.action,
      actor_type: entry.actor.type,
      actor_id: entry.actor.id,
      target_type: entry.target.type,
      target_id: entry.target.id,
      details: JSON.stringify(entry.details ?? {}),
      address: entry.address ?? null,
      request_id: entry.requestId ?? null,
      created_at: entry.now.toISOString(),
    })
    .execute();
}

/** A page of the actions in a workspace, newest first. */
export async function readAuditTrail(
  db: Database,
  workspaceId: string,
  { limit, after, action, targetId }: AuditQuery,
): Promise<PageOfRows<AuditEventRow>> {
  let query = db.selectFrom('audit_event').selectAll().where('workspace_id', '=', workspaceId);
  if (after !== undefined) query = query.where('seq', '<', after);
  if (action !== undefined) query = query.where('action', '=', action);
  if (targetId !== undefined) query = query.where('target_id', '=', targetId);
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOfRows(rows, limit);
}
