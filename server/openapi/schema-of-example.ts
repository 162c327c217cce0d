import type { Schema } from './document-types.ts';

/** A schema that says what an example shows: its types and names, all of them required, with its values as their examples. */
export function schemaOfExample(example: unknown): Schema {
  if (example === null) return {};
  if (Array.isArray(example)) return { type: 'array', items: example.length > 0 ? schemaOfExample(example[0]) : {} };
  if (typeof example !== 'object') return { type: typeOf(example), example };
  const properties = Object.entries(example).map(([name, value]) => [name, schemaOfExample(value)] as const);
  return { type: 'object', properties: Object.fromEntries(properties), required: Object.keys(example) };
}

const deepest = 8;
const mostProperties = 300;

/** The names and types that an example shows, and nothing that has to be as it is there; of a list those of its first element. */
export function typesOfExample(value: unknown, depth = 0): Schema {
  if (value === null || value === undefined || depth > deepest) return {};
  if (Array.isArray(value)) return { type: 'array', items: typesOfExample(value[0], depth + 1) };
  if (typeof value !== 'object') return { type: typeOf(value) };
  const entries = Object.entries(value).slice(0, mostProperties);
  const properties = entries.map(([name, own]): [string, Schema] => [name, typesOfExample(own, depth + 1)]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function typeOf(value: unknown): string {
  return Number.isInteger(value) || typeof value === 'bigint' ? 'integer' : typeof value;
}
