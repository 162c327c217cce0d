import type { OpenApiDocument, OperationObject, PathItem, RequestBody, Schema } from '../openapi/document-types.ts';
import { preferredMediaType } from '../openapi/examples.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';

/**
 * Whether a PUT changes what it is sent and leaves the rest, as many APIs mean it: it is the only way to change a record, and asks for
 * none of its properties; or PATCH takes the very same. A PUT that replaces asks for what a record must have.
 */
export function putChanges(document: OpenApiDocument, { method, path, requestBody }: Operation): boolean {
  const content = requestBody?.content ?? {};
  const { schema } = content[preferredMediaType(content) ?? ''] ?? {};
  if (method !== 'put' || !schema) return false;
  const item = document.paths?.[path] && resolve<PathItem>(document, document.paths[path]);
  if (item?.patch) return takesSame(document, item.patch, schema);
  const outer = shapeOf(document, schema);
  const [only, second] = Object.values(outer.properties);
  const inner = only && !second ? shapeOf(document, only) : outer;
  const shape = Object.keys(inner.properties).length > 0 ? inner : outer;
  return Object.keys(shape.properties).length > 0 && shape.required.size === 0;
}

function takesSame(document: OpenApiDocument, patch: OperationObject, schema: Schema): boolean {
  const { content = {} } = patch.requestBody ? resolve<RequestBody>(document, patch.requestBody) : {};
  const other = content[preferredMediaType(content) ?? '']?.schema;
  return schema.$ref !== undefined && schema.$ref === other?.$ref;
}
