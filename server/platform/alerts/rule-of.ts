import { findRule } from '../../activity/alerts/rule-store.ts';
import type { Rule } from '../../activity/alerts/rules.ts';
import { notFound } from '../../answers/refusal.ts';
import { callerOf } from '../caller.ts';
import type { PlatformCall } from '../handler.ts';

/** The rule that the path names; refuses an unknown id with 404. */
export async function ruleOf(call: PlatformCall & { path: { alert_rule_id: string } }): Promise<Rule> {
  const id = call.path.alert_rule_id;
  const rule = await findRule(call.context.db, callerOf(call).workspaceId, id);
  if (!rule) throw notFound(id);
  return rule;
}
