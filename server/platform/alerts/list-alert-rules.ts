import { readRules } from '../../activity/alerts/rule-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showRule } from './show-rule.ts';

/** `GET /alert_rules`: the preset rules, then those that the workspace created. */
export const listAlertRules: Handler<'listAlertRules'> = async (call) => {
  const rules = await readRules(call.context.db, callerOf(call).workspaceId);
  return { status: 200, mediaType: 'application/json', body: { data: rules.map(showRule) } };
};
