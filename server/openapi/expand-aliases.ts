/** What aliases may make of a file: more values than the largest published documents have. */
const mostValues = 1_000_000;

/**
 * Writes out what a YAML file shares by aliases, so that changing one place changes no other. Throws an error where that is more than
 * any honest document has: nine aliases of nine aliases of nine are an attack, a thousand of one text are not.
 */
export function expandAliases(value: unknown): unknown {
  let left = mostValues;
  const copy = (node: unknown): unknown => {
    if (--left < 0) throw new Error(`its aliases stand for more than ${mostValues} values`);
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map(copy);
    const entries = Object.entries(node).map(([key, child]) => [key, copy(child)]);
    return Object.fromEntries(entries);
  };
  return copy(value);
}
