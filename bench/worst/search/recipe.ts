/** A text by how it is made: `of` so many times, then `end`. */
export interface TextRecipe {
  of: string;
  times: number;
  end: string;
}

/** A JSON value by how it is made. Names are numbered where `#` stands in them. */
export type ValueRecipe =
  | { kind: 'raw'; raw: string }
  | { kind: 'text'; text: TextRecipe }
  | { kind: 'list'; items: ValueRecipe[]; times: number }
  | { kind: 'object'; fields: [name: TextRecipe, value: ValueRecipe][]; times: number }
  | { kind: 'nested'; name?: string; levels: number; inner: ValueRecipe }
  /** The document's own example, with one of its values replaced. */
  | { kind: 'example'; place: number; value: ValueRecipe };

/** A request by how it is made, so that a MiB is told in a line and can be changed in any part. */
export interface Recipe {
  /** An index into the operations of the document. */
  operation: number;
  ids: TextRecipe[];
  query: { name: string; value: TextRecipe; times: number }[];
  headers: { header: string; value: TextRecipe }[];
  type: 'json' | 'form' | 'xml' | 'multipart';
  body: ValueRecipe;
}
