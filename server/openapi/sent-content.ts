import { bareType, sentType } from '../../wire/media-types.ts';
import type { MediaType, OpenApiDocument, Response } from './document-types.ts';
import { isBinary } from './is-binary.ts';

/** A response with the media types that it is sent as: a range is none (RFC 9110, 8.3); of any type, JSON, unless it is binary. */
export function withSentTypes(document: OpenApiDocument, response: Response): Response {
  const content = Object.entries(response.content ?? {});
  if (!content.some(([type]) => type.includes('*'))) return response;
  const sent = content.map(([type, media]): [string, MediaType] =>
    type.includes('*') ? [typeOf(document, type, media ?? {}), { ...media, range: bareType(type) }] : [type, media],
  );
  // What the document says of a type itself goes before what it says of a range.
  const ordered = sent.toSorted(([, a], [, b]) => Number(b.range !== undefined) - Number(a.range !== undefined));
  const names = new Set(sent.map(([type]) => type));
  const byType = Object.fromEntries(ordered);
  return { ...response, content: Object.fromEntries([...names].map((type) => [type, byType[type] as MediaType])) };
}

function typeOf(document: OpenApiDocument, range: string, { schema }: MediaType): string {
  const isOpen = /^(\*|application)\/\*$/.test(bareType(range));
  return isOpen && isBinary(document, schema) ? 'application/octet-stream' : sentType(range);
}
