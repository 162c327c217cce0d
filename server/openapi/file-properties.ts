import type { MediaType, OpenApiDocument, Schema } from './document-types.ts';
import { shapeOf } from './schema-shape.ts';

/** A property of a form that is a file, or several. */
export interface FileProperty {
  many: boolean;
  required: boolean;
  /** The media type that the document asks for, or several, separated by commas. */
  type?: string;
}

/** The properties of a form that are files: binary by their schema, or not JSON by their encoding (OpenAPI 3.1, 4.8.14.3). */
export function filesOf(document: OpenApiDocument, { schema, encoding = {} }: MediaType): Record<string, FileProperty> {
  const { properties, required } = shapeOf(document, schema);
  const files = Object.entries(properties).flatMap(([name, property]): [string, FileProperty][] => {
    const { types, items } = shapeOf(document, property);
    const many = types.has('array');
    const part = many ? items : property;
    const asked = encoding[name]?.contentType;
    if (!isBinary(document, part, asked)) return [];
    const type = asked ?? mediaTypeOf(part);
    return [[name, { many, required: required.has(name), ...(type && { type }) }]];
  });
  return Object.fromEntries(files);
}

function isBinary(document: OpenApiDocument, schema: Schema | undefined, asked: string | undefined): boolean {
  if (schema?.format === 'binary') return true;
  if (schema?.contentEncoding !== undefined) return false;
  if (typeof schema?.contentMediaType === 'string') return !/[/+]json$/.test(schema.contentMediaType);
  // `{}` with `image/png` is how 3.1 writes a file.
  const isUntyped = shapeOf(document, schema).types.size === 0;
  return isUntyped && asked !== undefined && !/^text\/|[/+](json|xml)\b/.test(asked);
}

function mediaTypeOf(schema: Schema | undefined): string | undefined {
  return typeof schema?.contentMediaType === 'string' ? schema.contentMediaType : undefined;
}
