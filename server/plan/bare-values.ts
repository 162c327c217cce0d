import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';

/** The property in which a record of a list of bare values has its value. */
export const valueKey = 'value';

/** Whether a schema is that of a bare value: a text or a number. */
export function isValue(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const types = [...shapeOf(document, schema).types];
  return types.length > 0 && types.every((type) => /^(string|integer|number)$/.test(type));
}

/** Whether a list is one of bare values: what else shows them has such lists, and no records. */
export function isOfValues(document: OpenApiDocument, [main, ...others]: { schema?: Schema }[]): boolean {
  const hasValues = (schema: Schema | undefined) => {
    const lists = Object.values(shapeOf(document, schema).properties);
    return lists.length === 1 && isValue(document, shapeOf(document, lists[0]).items);
  };
  return (
    isValue(document, main?.schema) && others.every(({ schema }) => isValue(document, schema) || hasValues(schema))
  );
}
