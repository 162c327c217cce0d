import type { Schema } from './operation-data.ts';
import { type Direction, partsOf } from './schema-parts.ts';
import { type Schemas, viewSchema } from './schema-view.ts';

/** How many fields one tree puts into the HTML before it keeps the rest for when they are asked for. */
const fieldLimit = 800;
const depthLimit = 10;

/**
 * How deep a schema's fields can be in the HTML: all of them in nearly every document. Where schemas refer to each other
 * crosswise, what could be unfolded grows without measure, so the deepest level that stays below the limit is taken.
 */
export function planDepth(schema: Schema, schemas: Schemas, direction: Direction): number {
  let before = 0;
  for (let depth = 1; depth < depthLimit; depth++) {
    const count = countFields(schema, schemas, direction, depth, new Set(), fieldLimit);
    if (count > fieldLimit) return Math.max(depth - 1, 1);
    if (count === before) return depthLimit;
    before = count;
  }
  return depthLimit;
}

/** Counts the fields down to a depth; stops as soon as there are more than the limit. */
function countFields(
  schema: Schema,
  schemas: Schemas,
  direction: Direction,
  depth: number,
  inside: Set<string>,
  limit: number,
): number {
  const { schema: shown, name } = viewSchema(schema, schemas);
  if (depth === 0 || (name !== undefined && inside.has(name))) return 0;
  const within = name === undefined ? inside : new Set(inside).add(name);
  const { items, properties, variants } = partsOf(shown, schemas, direction);
  let count = properties.length;
  const inner = [
    ...properties.map((part) => [part.schema, depth - 1] as const),
    ...[...items, ...variants.map((part) => part.schema)].map((part) => [part, depth] as const),
  ];
  for (const [part, rest] of inner) {
    if (count > limit) return count;
    count += countFields(part, schemas, direction, rest, within, limit - count);
  }
  return count;
}
