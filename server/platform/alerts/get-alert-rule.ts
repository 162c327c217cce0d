import type { Handler } from '../handler.ts';
import { ruleOf } from './rule-of.ts';
import { showRule } from './show-rule.ts';

/** `GET /alert_rules/{alert_rule_id}`: one rule. */
export const getAlertRule: Handler<'getAlertRule'> = async (call) => {
  return { status: 200, mediaType: 'application/json', body: showRule(await ruleOf(call)) };
};
