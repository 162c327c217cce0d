import type { MediaType, OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { exampleOfMediaType } from '../../openapi/examples.ts';
import { findFraming } from '../../openapi/streamed-content.ts';
import { isStructured } from '../../openapi/structured-types.ts';

/** Whether a body of a media type is kept as it was sent: neither values in some notation nor a stream of them. */
export function isKept(document: OpenApiDocument, mediaType: string, schema: Schema | undefined): boolean {
  return !findFraming(mediaType) && !isStructured(document, { mediaType, schema });
}

/** The example of a response. Of a file that has none it is an empty one: a schema of any bytes has null as its example. */
export function exampleOfContent(document: OpenApiDocument, mediaType: string, media: MediaType): unknown {
  const example = exampleOfMediaType(document, media, 'response');
  const isNothing = example === undefined || example === null;
  return isNothing && isKept(document, mediaType, media.schema) ? Buffer.alloc(0) : example;
}
