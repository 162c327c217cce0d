import type { OperationPlan } from '../../plan/plan-types.ts';
import { idInLocation, recordOf, recordsOf } from '../shown-records.ts';
import type { TestAnswer } from '../test-portal.ts';

/** The ids of the records in a response. */
export function idsIn(plan: OperationPlan, answer: TestAnswer): string[] {
  const { resource, role, list } = plan;
  const { idKey } = resource ?? {};
  const shown = (list ? recordsOf(plan, answer) : [recordOf(plan, answer)].flat()) as (
    | Record<string, unknown>
    | undefined
  )[];
  const ids = idKey === undefined ? [] : shown.map((record) => record?.[idKey]);
  const located = role === 'create' ? idInLocation(answer) : undefined;
  return [...ids, located].filter((id) => id !== undefined && id !== null).map(String);
}
