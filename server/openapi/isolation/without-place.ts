import { pointerOf } from '../faults.ts';

/** The places to leave out, by the first name of their way; `undefined` where one ends. */
type Ways = Map<string, readonly (readonly string[])[]>;

/**
 * A copy of a value without the parts at some places; what lies beside the ways there is shared with the original. The original
 * itself if nothing is there.
 */
export function withoutPlaces<Value>(value: Value, places: readonly (readonly string[])[]): Value {
  if (places.length === 0 || typeof value !== 'object' || value === null) return value;
  const ways: Ways = Map.groupBy(
    places.filter(([name]) => name !== undefined && Object.hasOwn(value, name)),
    ([name = '']) => name,
  );
  if (ways.size === 0) return value;
  const childOf = (name: string, child: unknown) =>
    withoutPlaces(
      child,
      (ways.get(name) ?? []).map(([, ...rest]) => rest),
    );
  if (Array.isArray(value)) {
    const items = value.map((item, index) => childOf(String(index), item));
    return items.every((item, index) => item === value[index]) ? value : (items as Value);
  }
  const entries = Object.entries(value);
  // The order of paths is that of pages.
  const left = entries
    .filter(([name]) => !ways.get(name)?.some(({ length }) => length === 1))
    .map(([name, child]) => [name, childOf(name, child)] as const);
  const isSame = left.length === entries.length && left.every(([, child], index) => child === entries[index]?.[1]);
  return isSame ? value : (Object.fromEntries(left) as Value);
}

/** Whether a place is one of those, or lies below one of them. */
export function isWithin(place: readonly (string | number)[], pointers: ReadonlySet<string>): boolean {
  return place.some((_, index) => pointers.has(pointerOf(place.slice(0, index + 1))));
}
