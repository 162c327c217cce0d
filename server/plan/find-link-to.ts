import { lastSegment, plainName } from './path-segments.ts';
import type { OperationPlan } from './plan-types.ts';
import type { ServedApi } from './served-api.ts';

/** The name of the record link that leads to an operation: from the profile, else the path segment of the action or representation. */
export function findLinkTo({ profile }: Pick<ServedApi, 'profile'>, plan: OperationPlan): string | undefined {
  const links = Object.entries(profile.resources?.[plan.resource?.store ?? '']?.links ?? {});
  const declared = links.find(([, operationId]) => operationId === plan.operation.id)?.[0];
  if (plan.endsBy !== undefined) return declared ?? plan.endsBy;
  const isBelow = plan.role === 'act' || plan.role === 'represent';
  return declared ?? (isBelow ? plainName(lastSegment(plan.operation.path)?.text ?? '') : undefined);
}
