import type { OpenApiDocument, Schema } from './document-types.ts';
import { findByPointer } from './resolve.ts';

/** Copies a document as requests see it: what is read-only is never required (OpenAPI 3.1, Schema Object). */
export function requestView(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray((node as Schema).required)) relaxReadOnly(copy, node as Schema);
    for (const child of Object.values(node)) visit(child);
  };
  visit(copy);
  return copy;
}

function relaxReadOnly(document: OpenApiDocument, schema: Schema): void {
  const names = readOnlyNames(document, schema, 0);
  schema.required = schema.required?.filter((name) => !names.has(name));
}

/** Names of the read-only properties of a schema, also of those that it composes by `allOf` and `$ref`. */
export function readOnlyNames(document: OpenApiDocument, schema: Schema, depth = 0): Set<string> {
  if (depth > 8) return new Set();
  const names = new Set<string>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const target = property.$ref ? (findByPointer(document, property.$ref) as Schema | undefined) : property;
    if (property.readOnly || target?.readOnly) names.add(name);
  }
  const parts = [...(schema.allOf ?? [])];
  const referred = schema.$ref && (findByPointer(document, schema.$ref) as Schema | undefined);
  if (referred) parts.push(referred);
  for (const part of parts) for (const name of readOnlyNames(document, part, depth + 1)) names.add(name);
  return names;
}
