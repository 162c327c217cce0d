import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';

/** Whether callers mean the id that they send to create a record: they have to send one, or it is a name or a code. */
export function isMeantId(document: OpenApiDocument, body: Schema | undefined, idKey: string): boolean {
  const { properties, required } = shapeOf(document, body);
  return required.has(idKey) || (idKey in properties && !/(id|key)$/i.test(idKey));
}
