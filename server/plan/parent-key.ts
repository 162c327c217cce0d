import type { ParentStep } from './plan-types.ts';

/** The key under which a sub-collection's records are stored: `companies/com_1`. With names, so that user 5 and shop 5 stay separate. */
export function parentKey(parents: Pick<ParentStep, 'parameter' | 'name'>[], ids: Record<string, unknown>): string {
  return parents.map(({ parameter, name }) => `${name}/${ids[parameter]}`).join('/');
}

/** The names of the parents, outermost first: `companies/orders`; empty without parents. */
export function placeBelow(parents: Pick<ParentStep, 'name'>[]): string {
  return parents.map(({ name }) => name).join('/');
}
