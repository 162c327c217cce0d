import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { isBinary } from '../openapi/is-binary.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { plain } from './names.ts';

/** The schema of what an operation takes. */
export function bodyOf({ requestBody }: Pick<Operation, 'requestBody'>): Schema | undefined {
  return Object.values(requestBody?.content ?? {})[0]?.schema;
}

/** Whether what is sent, also in a wrapper, is for the most part what is shown. */
export function sharesNames(document: OpenApiDocument, shown: Schema | undefined, sent: Schema | undefined): boolean {
  const own = new Set(Object.keys(shapeOf(document, shown).properties).map(plain));
  const { properties } = shapeOf(document, sent);
  const names = Object.keys(properties).map(plain);
  if (names.length > 0 && names.filter((name) => own.has(name)).length * 2 >= names.length) return true;
  const inner = names.length === 1 ? Object.keys(shapeOf(document, Object.values(properties)[0]).properties) : [];
  return inner.length > 0 && inner.filter((name) => own.has(plain(name))).length * 2 >= inner.length;
}

/** Whether an operation takes a file: alone, or in a form. */
export function takesFile(document: OpenApiDocument, { requestBody }: Pick<Operation, 'requestBody'>): boolean {
  return Object.values(requestBody?.content ?? {}).some(({ schema }) =>
    [schema, ...Object.values(shapeOf(document, schema).properties)].some((each) => each && isBinary(document, each)),
  );
}
