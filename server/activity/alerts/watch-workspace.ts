import { inTransaction } from '../../db/in-transaction.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import type { AlertIncidentRow, Database } from '../../db/schema.ts';
import { plainEvent } from '../../dialect/events.ts';
import { alertEvents, portalApi } from '../../events/event-names.ts';
import { publishEvent } from '../../events/publish-event.ts';
import type { AlertFigures } from './figures.ts';
import { openIncident, readOpenIncidents, resolveIncident, showIncident } from './incident-store.ts';
import { judgeRule } from './judge-rule.ts';
import { readRules } from './rule-store.ts';
import type { Rule } from './rules.ts';
import { readSignals } from './signals.ts';

/** A rule whose incident has to open or to end. */
type Turn =
  | { kind: 'open'; rule: Rule; figures: AlertFigures }
  | { kind: 'resolve'; id: string; byMail: boolean; figures: AlertFigures | undefined };

/**
 * Judges all rules of a workspace, opens and ends their incidents, and tells each once: by an event, and by a letter that
 * another sends. Whoever does it at the same time, each happens once.
 */
export async function watchWorkspace(db: Database, workspaceId: string, real: Date): Promise<void> {
  const turns = await findTurns(db, workspaceId, real);
  if (turns.length === 0) return;
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const workspace = await findWorkspace(transaction, workspaceId);
    if (!workspace) return;
    const now = new Date(real.getTime() + workspace.clock_offset);
    for (const turn of turns) {
      const moment = { workspaceId, at: real };
      const incident =
        turn.kind === 'open'
          ? await openIncident(transaction, turn.rule, { ...moment, figures: turn.figures, byMail: turn.rule.mail })
          : await resolveIncident(transaction, turn.id, { ...moment, figures: turn.figures, byMail: turn.byMail });
      if (incident) await tell(transaction, incident, now);
    }
  });
}

async function findTurns(db: Database, workspaceId: string, real: Date): Promise<Turn[]> {
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace) return [];
  const rules = await readRules(db, workspaceId);
  const watched = rules.filter(({ isOn }) => isOn);
  const open = await readOpenIncidents(db, workspaceId);
  const now = real.getTime();
  const time = { now, movedAt: workspace.clock_moved_at, movedBy: workspace.clock_moved_by };
  const signals = await readSignals(db, workspaceId, watched, now);
  const turns: Turn[] = [];
  for (const rule of watched) {
    const incident = open.find(({ rule_id }) => rule_id === rule.id);
    const { state, figures } = judgeRule(rule, signals, time);
    if (state === 'bad' && !incident) turns.push({ kind: 'open', rule, figures });
    if (state === 'good' && incident) turns.push({ kind: 'resolve', id: incident.id, byMail: rule.mail, figures });
  }
  // Of a rule that nobody wants any longer, nothing stays open.
  for (const { id, rule_id } of open)
    if (!watched.some((rule) => rule.id === rule_id))
      turns.push({ kind: 'resolve', id, byMail: false, figures: undefined });
  return turns;
}

function findWorkspace(db: Database, id: string) {
  return db
    .selectFrom('workspace')
    .select(['clock_offset', 'clock_moved_at', 'clock_moved_by'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Publishes the event of an incident that has just opened or ended, at the time of the workspace's clock. */
async function tell(transaction: Database, incident: AlertIncidentRow, now: Date): Promise<void> {
  const type = incident.resolved_at === null ? alertEvents.opened : alertEvents.resolved;
  const createdAt = now.toISOString();
  const isOpened = type === alertEvents.opened;
  const event = {
    workspaceId: incident.workspace_id,
    api: portalApi,
    type,
    store: 'alert_incidents',
    recordId: incident.id,
    createdAt,
    payload: plainEvent({ type, createdAt, data: { alert_incident: showIncident(incident) } }),
  };
  // The endpoints that fail would fail once more, and wait longer for it.
  const { subjects } = JSON.parse(incident.opened_figures) as AlertFigures;
  await publishEvent(transaction, event, { except: isOpened ? subjects.map(({ id }) => id) : [] });
}
