import { examplesOf } from './add-shown-names.ts';
import type { Schema } from './document-types.ts';
import { findByPointer } from './resolve.ts';
import { walkNodes } from './walk-nodes.ts';

type Named = Record<string, unknown>;

const deepest = 12;

/**
 * Reads `items` without a type as some documents mean it: `channel: {items: {anyOf: […]}}` is one of these, not a list of them. What such
 * a schema means is what the examples have there; where they have no such list anywhere, so are those that no example shows.
 */
export function readUntypedItems(document: Named): void {
  const untyped = new Set<Schema>();
  walkNodes(document, (node) => {
    if (isUntyped(node)) untyped.add(node);
  });
  if (untyped.size === 0) return;
  const found: Found = { lists: new Set(), others: new Set(), compared: new Map() };
  walkNodes(document, (node) => {
    if (isNamed(node.schema))
      for (const value of examplesOf(document, node)) compare(document, node.schema as Schema, value, found, 0);
  });
  if (found.others.size === 0) return;
  const isOne = (schema: Schema) =>
    found.lists.has(schema) ? false : found.others.has(schema) || found.lists.size === 0;
  for (const schema of untyped) if (isOne(schema)) replaceByItems(schema);
}

/** `items` beside nothing that says what it is in; with the type of an object it cannot be that of a list either. */
function isUntyped({ items, type, properties, additionalProperties }: Schema): boolean {
  if (!isNamed(items) || properties !== undefined) return false;
  return type === undefined || (type === 'object' && additionalProperties === undefined);
}

function replaceByItems(schema: Schema): void {
  const { items, type: _, ...own } = schema;
  for (const name of ['items', 'type'] as const) delete schema[name];
  Object.assign(schema, items, own);
}

interface Found {
  lists: Set<Schema>;
  others: Set<Schema>;
  /** How deep each value was when it was compared with a schema: variants lead to the same pair in many ways. */
  compared: Map<Schema, Map<unknown, number>>;
}

/** Follows a value along its schema, and notes what stands where lists are not said to be lists. */
function compare(document: Named, schema: Schema, value: unknown, found: Found, depth: number): void {
  if (depth > deepest || !isNamed(schema) || value === undefined) return;
  const own = schema.$ref ? (findByPointer(document, schema.$ref) as Schema | undefined) : schema;
  if (!isNamed(own) || wasCompared(found, own, value, depth)) return;
  const below = (part: Schema, inner: unknown) => compare(document, part, inner, found, depth + 1);
  if (isUntyped(own)) {
    found[Array.isArray(value) ? 'lists' : 'others'].add(own);
    if (!Array.isArray(value)) below(own.items as Schema, value);
  }
  if (Array.isArray(value) && isNamed(own.items)) for (const each of value.slice(0, 3)) below(own.items, each);
  if (isNamed(value)) for (const [name, property] of Object.entries(own.properties ?? {})) below(property, value[name]);
  for (const part of own.allOf ?? []) below(part, value);
  // Of variants that are no list, it is not said which one is meant.
  for (const part of own.anyOf ?? own.oneOf ?? []) if (isNamed(part) && !isUntyped(part)) below(part, value);
}

/** Whether a value was compared with a schema already, no deeper than now; notes that it is. */
function wasCompared({ compared }: Found, schema: Schema, value: unknown, depth: number): boolean {
  const known = compared.getOrInsertComputed(schema, () => new Map());
  if ((known.get(value) ?? Number.POSITIVE_INFINITY) <= depth) return true;
  known.set(value, depth);
  return false;
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
