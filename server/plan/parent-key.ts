import type { ParentStep } from './plan-types.ts';

/** Under what the records of a sub-collection are kept: `companies/com_1`, so that orders of user 5 are not those of shop 5. */
export function parentKey(parents: Pick<ParentStep, 'parameter' | 'name'>[], ids: Record<string, unknown>): string {
  return parents.map(({ parameter, name }) => `${name}/${ids[parameter]}`).join('/');
}

/** What names records are below, outermost first: `companies/orders`; nothing for those below nothing. */
export function placeBelow(parents: Pick<ParentStep, 'name'>[]): string {
  return parents.map(({ name }) => name).join('/');
}
