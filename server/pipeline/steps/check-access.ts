import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import type { Route } from './route.ts';

/** Refuses with 403 access at or below an existing record that the caller may not access. */
export function checkAccess(
  { profile }: Pick<ServedApi, 'profile'>,
  { parents, resource, idParameter = '' }: OperationPlan,
  { pathParameters }: Route,
): void {
  const own = resource ? [{ parameter: idParameter, store: resource.store }] : [];
  for (const { parameter, store = '' } of [...parents, ...own]) {
    const id = pathParameters[parameter];
    if (id !== undefined && profile.resources?.[store]?.foreign?.includes(id)) throw noAccess(id);
  }
}

function noAccess(id: string): Refusal {
  return new Refusal('no_access', say('keys.no-access', { id }));
}
