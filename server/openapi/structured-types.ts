import { isJson } from '../../wire/media-types.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { shapeOf } from './schema-shape.ts';

/** Whether a media type is XML: `application/xml`, `text/xml`, or one that ends in `+xml`; no image is. */
export function isXml(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /^(application|text)\/(.*\+)?xml\b/.test(mediaType);
}

/** Whether a body has the values of its schema, in whatever notation: JSON, and XML that the schema describes. */
export function isStructured(
  document: OpenApiDocument,
  { mediaType, schema }: { mediaType?: string | undefined; schema?: Schema | undefined },
): boolean {
  return isJson(mediaType) || (isXml(mediaType) && isObjectOrList(document, schema));
}

/** Whether a schema describes what a mere text cannot be. */
export function isObjectOrList(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const { types } = shapeOf(document, schema);
  return types.has('object') || types.has('array');
}
