import { createRule } from '../../activity/alerts/rule-store.ts';
import { publicPath } from '../../answers/public-path.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { checkRule } from './check-rule.ts';
import { showRule } from './show-rule.ts';

/** `POST /alert_rules`: creates a rule of the workspace's own. */
export const createAlertRule: Handler<'createAlertRule'> = async (call) => {
  const { context, incoming, body } = call;
  const { db, config } = context;
  const { kind, threshold, name = null, api = null, enabled = true, mail = true } = body;
  checkRule(context, { kind, api, threshold });
  const { workspaceId, real: now } = callerOf(call);
  const fields = { kind, threshold, name, api, isOn: enabled, mail };
  const rule = await createRule(db, config.quotas, { workspaceId, now }, fields);
  const headers = { location: `${publicPath(config.publicUrl)}${incoming.path}/${rule.id}` };
  return { status: 201, mediaType: 'application/json', headers, body: showRule(rule) };
};
