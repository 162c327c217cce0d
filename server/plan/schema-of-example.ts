import type { Schema } from '../openapi/document-types.ts';

const deepest = 8;
const mostProperties = 300;

/** The schema that an example shows, where a document has no other: names and types, of a list those of its first element. */
export function schemaOfExample(value: unknown, depth = 0): Schema {
  if (value === null || value === undefined || depth > deepest) return {};
  if (Array.isArray(value)) return { type: 'array', items: schemaOfExample(value[0], depth + 1) };
  if (typeof value === 'object') {
    const entries = Object.entries(value).slice(0, mostProperties);
    const properties = entries.map(([name, own]): [string, Schema] => [name, schemaOfExample(own, depth + 1)]);
    return { type: 'object', properties: Object.fromEntries(properties) };
  }
  if (typeof value === 'string' || typeof value === 'boolean') return { type: typeof value };
  return { type: typeof value === 'bigint' || Number.isInteger(value) ? 'integer' : 'number' };
}
