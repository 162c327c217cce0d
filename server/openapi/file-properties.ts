import { isJson } from '../../wire/media-types.ts';
import type { MediaType, OpenApiDocument, Schema } from './document-types.ts';
import { isBinary } from './is-binary.ts';
import { flattenSchema } from './sample/flatten-schema.ts';
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
    const own = part ? flattenSchema(document, part).schema : {};
    const asked = encoding[name]?.contentType;
    if (!isFile(document, own, asked)) return [];
    const type = asked ?? mediaTypeOf(own);
    return [[name, { many, required: required.has(name), ...(type && { type }) }]];
  });
  return Object.fromEntries(files);
}

function isFile(document: OpenApiDocument, schema: Schema, asked: string | undefined): boolean {
  if (isBinary(document, schema)) return true;
  if (schema.contentEncoding !== undefined) return false;
  const type = mediaTypeOf(schema);
  if (type !== undefined) return !isJson(type);
  // `{}` with `image/png` is how 3.1 writes a file.
  const isUntyped = shapeOf(document, schema).types.size === 0;
  return isUntyped && asked !== undefined && !/^text\/|[/+]xml\b/.test(asked) && !isJson(asked);
}

function mediaTypeOf({ contentMediaType }: Schema): string | undefined {
  return typeof contentMediaType === 'string' ? contentMediaType : undefined;
}
