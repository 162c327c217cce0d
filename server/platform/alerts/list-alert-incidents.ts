import { readIncidents, showIncident } from '../../activity/alerts/incident-store.ts';
import { watchWorkspace } from '../../activity/alerts/watch-workspace.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byNumber } from '../paging.ts';

const paging = byNumber('alert_incidents');

/** `GET /alert_incidents`: the workspace's incidents, newest first. Whoever asks sees what is so now, not a minute ago. */
export const listAlertIncidents: Handler<'listAlertIncidents'> = async (call) => {
  const { db, activity } = call.context;
  const { workspaceId, real } = callerOf(call);
  const page = paging.read(call.query);
  await activity.flush();
  await watchWorkspace(db, workspaceId, real);
  const { status, rule_id } = call.query;
  const found = await readIncidents(db, workspaceId, { ...page, status, rule_id });
  return answerPage(paging, found, found.rows.map(showIncident));
};
