/** Caches a function's result per key, in a WeakMap; the context must always be the same for a key. */
export function memoize<Key extends object, Value, Context = void>(
  compute: (key: Key, context: Context) => Value,
): (key: Key, context: Context) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key, context) => {
    let result = known.get(key);
    if (!result) {
      result = { value: compute(key, context) };
      known.set(key, result);
    }
    return result.value;
  };
}
