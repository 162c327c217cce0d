import { removeRule } from '../../activity/alerts/rule-store.ts';
import { notFound } from '../../answers/refusal.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `DELETE /alert_rules/{alert_rule_id}`: deletes a rule, or makes a preset one as at first. */
export const deleteAlertRule: Handler<'deleteAlertRule'> = async (call) => {
  const id = call.path.alert_rule_id;
  if (!(await removeRule(call.context.db, callerOf(call).workspaceId, id))) throw notFound(id);
  return { status: 204 };
};
