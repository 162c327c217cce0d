import type { Insertable } from 'kysely';
import type { AlertRuleTable } from '../../db/alert-tables.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import { newId } from '../../db/new-id.ts';
import type { AlertRuleRow, Database } from '../../db/schema.ts';
import { checkQuota, type Quotas } from '../../identity/quotas.ts';
import { isPreset, presets, type Rule } from './rules.ts';

/** What callers write of a rule. */
type RuleFields = Omit<Rule, 'id' | 'createdAt'>;

/** All rules of a workspace: the preset ones, as they were changed, then its own, oldest first. */
export async function readRules(db: Database, workspaceId: string): Promise<Rule[]> {
  const rows = await db
    .selectFrom('alert_rule')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('seq')
    .execute();
  const changed = new Map(rows.map((row) => [row.id, ruleOf(row)]));
  return [
    ...presets.map((preset) => changed.get(preset.id) ?? preset),
    ...[...changed.values()].filter(({ id }) => !isPreset(id)),
  ];
}

export async function findRule(db: Database, workspaceId: string, id: string): Promise<Rule | undefined> {
  const row = await db
    .selectFrom('alert_rule')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? ruleOf(row) : presets.find((preset) => preset.id === id);
}

/** Creates a rule; refuses (403) more than the workspace may have. `now` is real time. */
export async function createRule(
  db: Database,
  quotas: Quotas,
  { workspaceId, now }: { workspaceId: string; now: Date },
  fields: RuleFields,
): Promise<Rule> {
  const rule = { ...fields, id: newId('alr'), createdAt: now.toISOString() };
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    await checkQuota(transaction, quotas, 'alert_rules', { workspaceId, now });
    await transaction
      .insertInto('alert_rule')
      .values(rowOf(workspaceId, rule, now))
      .execute();
  });
  return rule;
}

/** Writes all fields of a rule that exists. */
export async function writeRule(db: Database, workspaceId: string, rule: Rule, now: Date): Promise<void> {
  const { threshold, is_on, mail, name, api, ...row } = rowOf(workspaceId, rule, now);
  const fields = { threshold, is_on, mail, name, api };
  // A preset rule is a row from its first change on; one that was deleted meanwhile stays deleted.
  if (isPreset(rule.id)) {
    await db
      .insertInto('alert_rule')
      .values({ ...row, ...fields })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(fields))
      .execute();
    return;
  }
  await db
    .updateTable('alert_rule')
    .set(fields)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', rule.id)
    .execute();
}

/** Deletes a rule; a preset one is as at first again. Returns whether it existed. */
export async function removeRule(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('alert_rule')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n || presets.some((preset) => preset.id === id);
}

function ruleOf({ id, kind, name, api, threshold, is_on, mail, created_at }: AlertRuleRow): Rule {
  const createdAt = isPreset(id) ? null : created_at;
  return { id, kind, name, api, threshold, isOn: is_on === 1, mail: mail === 1, createdAt };
}

function rowOf(
  workspaceId: string,
  { id, kind, name, api, threshold, isOn, mail, createdAt }: Rule,
  now: Date,
): Insertable<AlertRuleTable> {
  return {
    workspace_id: workspaceId,
    id,
    kind,
    name,
    api,
    threshold,
    is_on: isOn ? 1 : 0,
    mail: mail ? 1 : 0,
    created_at: createdAt ?? now.toISOString(),
  };
}
