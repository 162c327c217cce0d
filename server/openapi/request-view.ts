import type { OpenApiDocument, Schema } from './document-types.ts';
import { findByPointer } from './resolve.ts';
import { soundDefault } from './sound-default.ts';

/** Copies a document, or a schema of it, as requests see it: what is read-only is never required (OpenAPI 3.1, Schema Object). */
export function requestView<T extends object>(document: OpenApiDocument, node: T): T {
  return viewWithout('readOnly', document, node);
}

/** Copies a document, or a schema of it, as responses see it: what is write-only is never required. */
export function responseView<T extends object>(document: OpenApiDocument, node: T): T {
  return viewWithout('writeOnly', document, node);
}

/** A property may be called `default`, too: its value is a schema. */
function isSchema({ default: value, type }: Schema): boolean {
  return value !== undefined && (typeof type === 'string' || Array.isArray(type));
}

type Mark = 'readOnly' | 'writeOnly';

function viewWithout<T extends object>(mark: Mark, document: OpenApiDocument, original: T): T {
  const copy = structuredClone(original);
  const visit = (node: unknown, marked: Set<string>): void => {
    if (typeof node !== 'object' || node === null) return;
    const schema = node as Schema;
    // Left over from OpenAPI 3.0 beside no type: 3.1 has no such keyword, and Ajv refuses it.
    if (typeof schema.nullable === 'boolean') delete schema.nullable;
    // Nobody is refused for a value that was filled in for them.
    if (isSchema(schema) && soundDefault(schema) === undefined) delete schema.default;
    const required = Array.isArray(schema.required) ? schema.required : undefined;
    const names = required || Array.isArray(schema.allOf) ? marked.union(namesMarked(mark, document, schema)) : marked;
    if (required) schema.required = required.filter((name) => !names.has(name));
    // One part of an allOf may require what another describes.
    for (const [key, child] of Object.entries(node)) {
      if (key === 'allOf' && Array.isArray(child)) for (const part of child) visit(part, names);
      else visit(child, new Set());
    }
  };
  visit(copy, new Set());
  return copy;
}

/** Names of the read-only properties of a schema, also of those that it composes by `allOf` and `$ref`. */
export function readOnlyNames(document: OpenApiDocument, schema: Schema): Set<string> {
  return namesMarked('readOnly', document, schema);
}

function namesMarked(mark: Mark, document: OpenApiDocument, schema: Schema, depth = 0): Set<string> {
  if (depth > 8) return new Set();
  const names = new Set<string>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const target = property.$ref ? (findByPointer(document, property.$ref) as Schema | undefined) : property;
    if (property[mark] || target?.[mark]) names.add(name);
  }
  const parts = [...(schema.allOf ?? [])];
  const referred = schema.$ref && (findByPointer(document, schema.$ref) as Schema | undefined);
  if (referred) parts.push(referred);
  for (const part of parts) for (const name of namesMarked(mark, document, part, depth + 1)) names.add(name);
  return names;
}
