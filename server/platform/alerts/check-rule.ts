import { kinds, type Rule } from '../../activity/alerts/rules.ts';
import { bodyIssue, type Issue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import type { Context } from '../../context.ts';

/** Refuses (422) a rule that could never tell anything: a threshold beyond those of its kind, or an API that there is not. */
export function checkRule({ apis }: Context, { kind, api, threshold }: Pick<Rule, 'kind' | 'api' | 'threshold'>): void {
  const { least, most, isWhole, countsCalls } = kinds[kind];
  const issues: Issue[] = [];
  if (threshold < least) issues.push(bodyIssue('threshold', 'minimum', { comparison: '>=', limit: least }));
  if (threshold > most) issues.push(bodyIssue('threshold', 'maximum', { comparison: '<=', limit: most }));
  if (isWhole && !Number.isInteger(threshold)) issues.push(bodyIssue('threshold', 'type', { type: 'integer' }));
  const allowedValues = countsCalls ? [null, ...apis.keys()] : [null];
  if (!allowedValues.includes(api)) issues.push(bodyIssue('api', 'enum', { allowedValues }));
  if (issues.length > 0) throw invalidFields(issues);
}
