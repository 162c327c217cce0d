import { findIncident, showIncident } from '../../activity/alerts/incident-store.ts';
import { notFound } from '../../answers/refusal.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `GET /alert_incidents/{alert_incident_id}`: one incident. */
export const getAlertIncident: Handler<'getAlertIncident'> = async (call) => {
  const id = call.path.alert_incident_id;
  const incident = await findIncident(call.context.db, callerOf(call).workspaceId, id);
  if (!incident) throw notFound(id);
  return { status: 200, mediaType: 'application/json', body: showIncident(incident) };
};
