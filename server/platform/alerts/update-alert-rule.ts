import { writeRule } from '../../activity/alerts/rule-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { checkRule } from './check-rule.ts';
import { ruleOf } from './rule-of.ts';
import { showRule } from './show-rule.ts';

/** `PATCH /alert_rules/{alert_rule_id}`: changes the given fields of a rule, or switches it off and on. */
export const updateAlertRule: Handler<'updateAlertRule'> = async (call) => {
  const { workspaceId, real } = callerOf(call);
  const { enabled, ...fields } = call.body;
  const rule = { ...(await ruleOf(call)), ...fields, ...(enabled !== undefined && { isOn: enabled }) };
  checkRule(call.context, rule);
  await writeRule(call.context.db, workspaceId, rule, real);
  return { status: 200, mediaType: 'application/json', body: showRule(rule) };
};
