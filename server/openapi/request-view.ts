import type { OpenApiDocument, Schema } from './document-types.ts';
import { findByPointer } from './resolve.ts';

/** Copies a document as requests see it: what is read-only is never required (OpenAPI 3.1, Schema Object). */
export function requestView(document: OpenApiDocument): OpenApiDocument {
  return viewWithout('readOnly', document);
}

/** Copies a document as responses see it: what is write-only is never required. */
export function responseView(document: OpenApiDocument): OpenApiDocument {
  return viewWithout('writeOnly', document);
}

type Mark = 'readOnly' | 'writeOnly';

function viewWithout(mark: Mark, document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  const visit = (node: unknown, marked: Set<string>): void => {
    if (typeof node !== 'object' || node === null) return;
    const schema = node as Schema;
    const required = Array.isArray(schema.required) ? schema.required : undefined;
    const names = required || Array.isArray(schema.allOf) ? marked.union(namesMarked(mark, copy, schema)) : marked;
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
