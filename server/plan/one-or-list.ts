import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';

/**
 * Of an answer that is a list or one record, the record: at `/contents/{path}` a folder is a list of files, and what is written there is a
 * file. Undefined where it is only one of the two.
 */
export function oneOrList(document: OpenApiDocument, schema: Schema | undefined): Schema | undefined {
  const { oneOf, anyOf } = schema ? resolve<Schema>(document, schema) : {};
  const variants = oneOf ?? anyOf ?? [];
  const typesOf = (variant: Schema) => shapeOf(document, variant).types;
  if (!variants.some((variant) => typesOf(variant).has('array'))) return undefined;
  return variants.find((variant) => typesOf(variant).has('object'));
}
