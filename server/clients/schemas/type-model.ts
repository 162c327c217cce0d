import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';

/** Who writes a value: requests have no `readOnly` properties, and responses no `writeOnly` ones. */
export type Direction = 'request' | 'response';

/** What is needed to write the type of a schema. */
export interface TypeScope {
  document: OpenApiDocument;
  direction: Direction;
  /** The name of a referenced schema's type; it is declared when it is first named. */
  nameOf: (reference: string, direction: Direction) => string;
  /** References whose alias is being written: to name one again would be a circle. */
  expanding: ReadonlySet<string>;
}

/** `true` is every value, and `false` none. */
export type AnySchema = Schema | boolean;
