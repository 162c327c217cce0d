import type { OpenApiDocument, RequestBody } from '../../server/openapi/document-types.ts';
import { readOnlyNames } from '../../server/openapi/request-view.ts';
import { shapeOf } from '../../server/openapi/schema-shape.ts';
import { jsonOf } from './collections.ts';

/** The properties that a request has to bring; what is read-only is never required of it. */
export function requiredProperties(document: OpenApiDocument, body: RequestBody | undefined): string[] {
  const schema = jsonOf(body?.content)?.schema;
  if (!schema) return [];
  const readOnly = readOnlyNames(document, schema);
  return [...shapeOf(document, schema).required].filter((name) => !readOnly.has(name));
}
