/** A copy of a value without the part at a place; what lies beside the way there is shared with the original. */
export function withoutPlace(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? withoutPlace(item, rest) : item));
  const { [name]: part, ...others } = value as Record<string, unknown>;
  if (rest.length === 0) return others;
  // The order of paths is that of pages.
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, key === name ? withoutPlace(part, rest) : child]),
  );
}
