import type { Fault } from '../faults.ts';
import { isMethod } from '../operations.ts';
import { ofSwagger } from './check-parts.ts';

/** Without these, an API is another. */
const needed = new Set(['openapi', 'swagger', 'paths', 'title', 'version']);

/** The smallest part around a place that a document can be without; undefined if there is none. */
export function spareablePlace(place: string[]): string[] | undefined {
  const [root = '', name, third] = place;
  if (root === 'paths' && third === 'additionalOperations' && place.length > 3) return place.slice(0, 4);
  if (root === 'paths' && name !== undefined) return place.slice(0, isMethod(third ?? '') ? 3 : 2);
  if (root === 'components') return place.slice(0, 3);
  if ((root === 'webhooks' || ofSwagger.has(root)) && name !== undefined) return place.slice(0, 2);
  if (root === 'info') return name === undefined || needed.has(name) ? undefined : place.slice(0, 2);
  return root === '' || needed.has(root) ? undefined : place.slice(0, 1);
}

/** The part around a place inside which something may be left out: an API can be without one of its servers, but not without all. */
export function repairablePlace(place: string[]): string[] | undefined {
  return place[0] === 'servers' ? place.slice(0, 1) : spareablePlace(place);
}

export function operationAt(place: string[] | undefined): Pick<Fault, 'operation'> {
  const [root, path, third, fourth] = place ?? [];
  const method = third === 'additionalOperations' ? fourth : third;
  if (root !== 'paths' || path === undefined) return {};
  return { operation: method === undefined ? path : `${method.toUpperCase()} ${path}` };
}
