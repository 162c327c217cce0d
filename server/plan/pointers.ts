import { plain, singularOf } from './names.ts';
import type { Resource } from './plan-types.ts';

/** The stores that properties name records of, by the plain names of these properties. */
export type Pointers = Map<string, Resource>;

/** `trip_id`, `tripId`, `TripID` and `id_trip` name a trip; `account_sid` an account, where its id is called `sid`. */
export function pointersTo(resources: Iterable<Resource>): Pointers {
  const found: Pointers = new Map();
  for (const resource of [...resources].sort((a, b) => rank(a) - rank(b))) {
    const name = nameOfOne(resource);
    const key = plain(resource.idKey ?? 'id');
    const own = key.includes(name) && key !== name ? [key] : [name + key];
    for (const pointer of [`${name}id`, `id${name}`, ...own]) if (!found.has(pointer)) found.set(pointer, resource);
  }
  return found;
}

/** What one record of a store is called, in plain letters: `/shops/orders` keeps an order. */
export function nameOfOne({ store }: Resource): string {
  const words = store.split('/').filter((word) => word !== '' && word !== '{}');
  return plain(singularOf(words.at(-1) ?? store));
}

/** Of several stores of one name, that is meant whose records can be read, and by their id alone. */
function rank({ itemPath, standsAlone }: Resource): number {
  if (itemPath === undefined) return 2;
  return standsAlone ? 0 : 1;
}
