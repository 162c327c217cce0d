import type { OpenApiDocument, RequestBody } from '../../server/openapi/document-types.ts';
import { readOnlyNames } from '../../server/openapi/request-view.ts';
import { shapeOf } from '../../server/openapi/schema-shape.ts';
import { jsonOf } from './collections.ts';

/** The properties required in a request; read-only properties are never required. */
export function requiredProperties(document: OpenApiDocument, body: RequestBody | undefined): string[] {
  const schema = jsonOf(body?.content)?.schema;
  if (!schema) return [];
  const readOnly = readOnlyNames(document, schema);
  return [...shapeOf(document, schema).required].filter((name) => !readOnly.has(name));
}
