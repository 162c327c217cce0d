import { newId } from '../../db/new-id.ts';
import { type PageOfRows, pageOfRows } from '../../db/page-of-rows.ts';
import type { AlertIncidentRow, Database } from '../../db/schema.ts';
import type { AlertFigures } from './figures.ts';
import type { Rule } from './rules.ts';

interface IncidentQuery {
  status?: 'open' | 'resolved';
  rule_id?: string;
  limit: number;
  /** The row number of the last one of the page before. */
  after?: number;
}

/** A page of a workspace's incidents, newest first. */
export async function readIncidents(
  db: Database,
  workspaceId: string,
  { status, rule_id, limit, after }: IncidentQuery,
): Promise<PageOfRows<AlertIncidentRow>> {
  let query = db.selectFrom('alert_incident').selectAll().where('workspace_id', '=', workspaceId);
  if (status) query = query.where('resolved_at', status === 'open' ? 'is' : 'is not', null);
  if (rule_id !== undefined) query = query.where('rule_id', '=', rule_id);
  if (after !== undefined) query = query.where('seq', '<', after);
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOfRows(rows, limit);
}

export async function findIncident(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<AlertIncidentRow | undefined> {
  const query = db.selectFrom('alert_incident').selectAll().where('workspace_id', '=', workspaceId);
  return query.where('id', '=', id).executeTakeFirst();
}

export function readOpenIncidents(db: Database, workspaceId: string): Promise<AlertIncidentRow[]> {
  const query = db.selectFrom('alert_incident').selectAll().where('workspace_id', '=', workspaceId);
  return query.where('resolved_at', 'is', null).orderBy('seq').execute();
}

/** What happened, and whether a letter says so. */
interface Moment {
  workspaceId: string;
  figures: AlertFigures;
  at: Date;
  byMail: boolean;
}

/** Opens an incident of a rule; undefined if it has one. The caller has locked the workspace. */
export async function openIncident(
  transaction: Database,
  { id: rule_id, kind, name, api, threshold }: Rule,
  { workspaceId, figures, at, byMail }: Moment,
): Promise<AlertIncidentRow | undefined> {
  const open = await readOpenIncidents(transaction, workspaceId);
  if (open.some((incident) => incident.rule_id === rule_id)) return undefined;
  return transaction
    .insertInto('alert_incident')
    .values({
      id: newId('inc'),
      workspace_id: workspaceId,
      ...{ rule_id, kind, name, api, threshold },
      opened_at: at.toISOString(),
      opened_figures: JSON.stringify(figures),
      opened_mail_due: byMail ? 1 : 0,
      resolved_mail_due: 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Ends an incident; undefined if it had ended. The caller has locked the workspace. */
export async function resolveIncident(
  transaction: Database,
  id: string,
  { figures, at, byMail }: Omit<Moment, 'figures'> & { figures: AlertFigures | undefined },
): Promise<AlertIncidentRow | undefined> {
  return transaction
    .updateTable('alert_incident')
    .set({
      resolved_at: at.toISOString(),
      resolved_figures: figures ? JSON.stringify(figures) : null,
      resolved_mail_due: byMail ? 1 : 0,
    })
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** An incident as the platform API and its events show it. */
export function showIncident(incident: AlertIncidentRow) {
  const { id, rule_id, kind, name, api, threshold, opened_at, opened_figures, resolved_at, resolved_figures } =
    incident;
  return {
    id,
    rule_id,
    kind,
    name,
    api,
    threshold,
    status: resolved_at === null ? ('open' as const) : ('resolved' as const),
    opened_at,
    opened_figures: JSON.parse(opened_figures) as AlertFigures,
    resolved_at,
    resolved_figures: resolved_figures === null ? null : (JSON.parse(resolved_figures) as AlertFigures),
  };
}
