import type { AuditEventRow } from '../db/schema.ts';
import { readAuditTrail } from '../identity/audit-trail.ts';
import { callerOf } from './caller.ts';
import type { Handler } from './handler.ts';
import { answerPage, byNumber } from './paging.ts';

const paging = byNumber('audit_events');

/** `GET /audit_events`: who did what in the workspace, newest first. */
export const listAuditEvents: Handler<'listAuditEvents'> = async (call) => {
  const { action, target_id: targetId } = call.query;
  const { workspaceId } = callerOf(call);
  const found = await readAuditTrail(call.context.db, workspaceId, { ...paging.read(call.query), action, targetId });
  return answerPage(paging, found, found.rows.map(show));
};

function show(row: AuditEventRow): Record<string, unknown> {
  const { id, action, details, address, request_id, created_at } = row;
  return {
    id,
    action,
    actor: { type: row.actor_type, id: row.actor_id },
    target: { type: row.target_type, id: row.target_id },
    details: JSON.parse(details),
    address,
    request_id,
    created_at,
  };
}
