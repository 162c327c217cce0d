import type { MediaType, OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';

/** A schema in its document, which gives a value's names and types. */
export interface SchemaPlace {
  document: OpenApiDocument;
  schema?: Schema;
  /** How the properties of a form are written. */
  encoding?: MediaType['encoding'];
}

/** A body format besides JSON; a profile lists those that its API reads and writes. */
export interface Format {
  /** Responses use the first one. */
  mediaTypes: string[];
  /** Parses a body with the types of the schema; refuses (400) what cannot be parsed. */
  read?(text: string, place: SchemaPlace): unknown;
  /** Writes a response with the names of the schema. */
  write?(value: unknown, place: SchemaPlace): string;
}

/** The format of a media type, among a profile's formats. */
export function findFormat(formats: Format[] | undefined, mediaType: string | undefined): Format | undefined {
  return formats?.find(({ mediaTypes }) => mediaType !== undefined && mediaTypes.includes(mediaType));
}

/** The media types to which a JSON response can be converted. */
export function writtenTypes(formats: Format[] = none): string[] {
  return writtenBy(formats);
}

const none: Format[] = [];

const writtenBy = memoize((formats: Format[]) => formats.flatMap(({ mediaTypes, write }) => (write ? mediaTypes : [])));
