import { pointerOf } from '../faults.ts';

/** A place of a value, and what is to be there; nothing where it is to be left out. */
export interface Change {
  place: readonly string[];
  to?: { value: unknown };
}

/**
 * A copy of a value with changes; what lies beside the ways to them is shared with the original. The original itself if nothing is
 * there.
 */
export function changePlaces<Value>(original: Value, changes: readonly Change[]): Value {
  const own = changes.find(({ place, to }) => place.length === 0 && to);
  const value = own?.to ? (own.to.value as Value) : original;
  if (changes.length === 0 || typeof value !== 'object' || value === null) return value;
  const ways = Map.groupBy(
    changes.filter(({ place: [name] }) => name !== undefined && Object.hasOwn(value, name)),
    ({ place: [name = ''] }) => name,
  );
  if (ways.size === 0) return value;
  const childOf = (name: string, child: unknown) =>
    changePlaces(
      child,
      (ways.get(name) ?? []).map(({ place: [, ...rest], to }) => ({ place: rest, to })),
    );
  const entries = Object.entries(value);
  // The order of paths is that of pages.
  const left = entries
    .filter(([name]) => !ways.get(name)?.some(({ place, to }) => place.length === 1 && !to))
    .map(([name, child]) => [name, childOf(name, child)] as const);
  const isSame = left.length === entries.length && left.every(([, child], index) => child === entries[index]?.[1]);
  if (isSame) return value;
  return (Array.isArray(value) ? left.map(([, item]) => item) : Object.fromEntries(left)) as Value;
}

/** The same without the parts at some places. */
export function withoutPlaces<Value>(value: Value, places: readonly (readonly string[])[]): Value {
  return changePlaces(
    value,
    places.map((place) => ({ place })),
  );
}

/** Whether a place is one of those, or lies below one of them. */
export function isWithin(place: readonly (string | number)[], pointers: ReadonlySet<string>): boolean {
  return place.some((_, index) => pointers.has(pointerOf(place.slice(0, index + 1))));
}
