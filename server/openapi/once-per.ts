/** Decides something once for each key, and remembers it as long as the key is there; the context belongs to the key, so it never differs. */
export function oncePer<Key extends object, Value, Context = void>(
  decide: (key: Key, context: Context) => Value,
): (key: Key, context: Context) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key, context) => {
    let decided = known.get(key);
    if (!decided) {
      decided = { value: decide(key, context) };
      known.set(key, decided);
    }
    return decided.value;
  };
}
