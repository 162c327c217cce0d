import { withNumbers } from '../answers/exact-json.ts';

/** Where a document has values. */
const values = new Set(['example', 'examples', 'value', 'dataValue', 'default', 'const', 'enum']);
/** What a document says of numbers. */
const limits = new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']);

/** A document in which integers of more than 53 bits keep all their digits where values may have them, and are numbers elsewhere. */
export function keepExactIntegers(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(keepExactIntegers);
  if (typeof node !== 'object' || node === null) return withNumbers(node);
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, isExact(key, child) ? child : keepExactIntegers(child)]),
  );
}

/** A property may be called `example`; then it is a schema, whose own example is data. */
function isExact(key: string, child: unknown): boolean {
  if (limits.has(key)) return typeof child === 'bigint';
  const isObject = typeof child === 'object' && child !== null && !Array.isArray(child);
  return values.has(key) && (key !== 'examples' || !isObject) && !(isObject && ('type' in child || '$ref' in child));
}
