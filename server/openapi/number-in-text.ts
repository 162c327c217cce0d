import { readInteger } from '../answers/exact-json.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { typeOf } from './schema-shape.ts';

/** The number that a text, such as an id in a path, is in the place of a schema; undefined where the schema, or the text, is no number. */
export function numberInText(
  document: OpenApiDocument,
  schema: Schema | undefined,
  text: string,
): number | bigint | undefined {
  const isNumber = /integer|number/.test(typeOf(document, schema) ?? '');
  return isNumber && /^\d+$/.test(text) ? readInteger(text) : undefined;
}
