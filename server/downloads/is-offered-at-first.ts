import { findLinkTo } from '../plan/find-link-to.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';

/** Whether a record that was just created offers the operation; otherwise a run needs one that has come further. */
export function isOfferedAtFirst({ profile }: Pick<ServedApi, 'profile'>, plan: OperationPlan): boolean {
  const { actions, lifecycle } = profile.resources?.[plan.resource?.store ?? ''] ?? {};
  const { from, needs } = actions?.moves[findLinkTo({ profile }, plan) ?? ''] ?? {};
  return needs === undefined && (!from || !lifecycle || from.includes(lifecycle.initial));
}
