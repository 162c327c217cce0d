import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';

/** Whether one schema shows all of another one and more: `File` is `allOf` of `FileMini`. */
export function extendsSchema(document: OpenApiDocument, one: Schema | undefined, other: Schema | undefined): boolean {
  const { ref, properties } = shapeOf(document, other);
  // What many schemas have in common, such as an id, says too little.
  if (!one || ref === undefined || Object.keys(properties).length < 2) return false;
  return basesOf(one, document).has(ref);
}

/** Whether two schemas show the same records, one of them perhaps less of each. */
export function isKin(document: OpenApiDocument, one: Schema | undefined, other: Schema | undefined): boolean {
  return extendsSchema(document, one, other) || extendsSchema(document, other, one);
}

/** The references by which a schema is composed, its own among them. */
export const basesOf = memoize((schema: Schema, document: OpenApiDocument): Set<string> => {
  const refs = new Set<string>();
  const collect = (part: Schema): void => {
    if (part.$ref !== undefined) {
      if (refs.has(part.$ref)) return;
      refs.add(part.$ref);
    }
    for (const each of resolve<Schema>(document, part).allOf ?? []) collect(each);
  };
  collect(schema);
  return refs;
});
