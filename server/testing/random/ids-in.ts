import type { OperationPlan } from '../../sandbox/plan/plan-types.ts';
import type { TestAnswer } from '../test-portal.ts';

/** The ids of the records that an answer shows. */
export function idsIn(plan: OperationPlan, { body, headers }: TestAnswer): string[] {
  const { resource, role, list, success } = plan;
  const shown: (Record<string, unknown> | undefined)[] = [
    list ? listIn(list, body) : success.recordKey ? body?.[success.recordKey] : body,
  ].flat();
  const ids = resource?.idKey === undefined ? [] : shown.map((record) => record?.[resource.idKey as string]);
  const located = role === 'create' ? headers.location?.split('/').at(-1) : undefined;
  return [...ids, located && decodeURIComponent(located)].filter((id) => id !== undefined && id !== null).map(String);
}

// biome-ignore lint/suspicious/noExplicitAny: the body of an answer may have any shape.
function listIn({ key, within }: NonNullable<OperationPlan['list']>, body: any): unknown {
  const around = within === undefined ? body : body?.[within];
  return key === undefined ? around : around?.[key];
}
