import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { oncePer } from '../../openapi/once-per.ts';

/** Where a value belongs: the schema that says its names and types, in its document. */
interface SchemaPlace {
  document: OpenApiDocument;
  schema?: Schema;
}

/** A way to write values besides JSON, which every API speaks. A profile lists those that its API reads and writes. */
export interface Format {
  /** The first one is how it is called in answers. */
  mediaTypes: string[];
  /** Reads a body; the schema tells what is a list, a number, an object. Refuses with 400 what cannot be read. */
  read?(text: string, place: SchemaPlace): unknown;
  /** Writes an answer; the schema tells the names. */
  write?(value: unknown, place: SchemaPlace): string;
}

/** The format of a media type, among those that a profile lists. */
export function findFormat(formats: Format[] | undefined, mediaType: string | undefined): Format | undefined {
  return formats?.find(({ mediaTypes }) => mediaType !== undefined && mediaTypes.includes(mediaType));
}

/** The media types into which a JSON answer can be turned. */
export function writtenTypes(formats: Format[] = none): string[] {
  return writtenBy(formats);
}

const none: Format[] = [];

const writtenBy = oncePer((formats: Format[]) => formats.flatMap(({ mediaTypes, write }) => (write ? mediaTypes : [])));
