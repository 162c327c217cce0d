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
  const sharesMost = (schema: Schema | undefined) => {
    const { length } = Object.keys(shapeOf(document, schema).properties);
    return length > 0 && sharedNames(document, shown, schema) * 2 >= length;
  };
  const [inner, other] = Object.values(shapeOf(document, sent).properties);
  return sharesMost(sent) || (inner !== undefined && other === undefined && sharesMost(inner));
}

/** How many properties of what is sent are also shown, whatever their punctuation. */
export function sharedNames(document: OpenApiDocument, shown: Schema | undefined, sent: Schema | undefined): number {
  const own = new Set(Object.keys(shapeOf(document, shown).properties).map(plain));
  return Object.keys(shapeOf(document, sent).properties).filter((name) => own.has(plain(name))).length;
}

/** Whether an operation takes a file: alone, or in a form. */
export function takesFile(document: OpenApiDocument, { requestBody }: Pick<Operation, 'requestBody'>): boolean {
  return Object.values(requestBody?.content ?? {}).some(({ schema }) =>
    [schema, ...Object.values(shapeOf(document, schema).properties)].some((each) => each && isBinary(document, each)),
  );
}
