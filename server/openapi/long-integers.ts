import { withNumbers } from '../answers/exact-json.ts';

/** Where a document shows values; what it says of values (limits, defaults, alternatives) is compared as numbers. */
const shown = new Set(['example', 'examples', 'value', 'dataValue']);

/** A document in which integers of more than 53 bits keep all their digits where it shows values, and are numbers elsewhere. */
export function keepShownIntegers(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(keepShownIntegers);
  if (typeof node !== 'object' || node === null) return withNumbers(node);
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, isData(key, child) ? child : keepShownIntegers(child)]),
  );
}

/** A property may be called `example`; then it is a schema, whose own example is data. */
function isData(key: string, child: unknown): boolean {
  const isObject = typeof child === 'object' && child !== null && !Array.isArray(child);
  return shown.has(key) && (key !== 'examples' || !isObject) && !(isObject && ('type' in child || '$ref' in child));
}
