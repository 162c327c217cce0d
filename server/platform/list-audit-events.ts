import type { AuditEventRow } from '../db/schema.ts';
import { listAuditEvents as readAuditEvents } from '../identity/audit-trail.ts';
import type { Handler } from '../pipeline/handle-request.ts';
import { principalOf } from './audited-change.ts';
import { numberedPage } from './newest-first-page.ts';

/** `GET /audit_events`: who did what in the workspace, the newest first. */
export const listAuditEvents: Handler = async (call) => {
  const { action, target_id: targetId } = call.request.parameters.query as { action?: string; target_id?: string };
  const { workspaceId } = principalOf(call);
  const { rows, ...page } = await numberedPage(call, 'audit_events', (asked) =>
    readAuditEvents(call.context.db, workspaceId, { ...asked, action, targetId }),
  );
  return { status: 200, mediaType: 'application/json', body: { data: rows.map(present), ...page } };
};

function present(row: AuditEventRow): Record<string, unknown> {
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
