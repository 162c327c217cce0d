import type { Schema } from './document-types.ts';

/** A schema that says what an example shows: its types and names, all of them required, with its values as their examples. */
export function schemaOfExample(example: unknown): Schema {
  if (example === null) return {};
  if (Array.isArray(example)) return { type: 'array', items: example.length > 0 ? schemaOfExample(example[0]) : {} };
  if (typeof example !== 'object') return { type: typeOf(example), example };
  const properties = Object.entries(example).map(([name, value]) => [name, schemaOfExample(value)] as const);
  return { type: 'object', properties: Object.fromEntries(properties), required: Object.keys(example) };
}

function typeOf(value: unknown): string {
  return Number.isInteger(value) || typeof value === 'bigint' ? 'integer' : typeof value;
}
