import type { MediaType, Response } from '../../openapi/document-types.ts';
import { preferredMediaType } from '../../openapi/examples.ts';
import type { Operation } from '../../openapi/operations.ts';
import { kindOf } from '../runtime/media-kinds.ts';
import type { SchemaTypes } from '../schemas/schema-types.ts';
import { union } from '../schemas/type-text.ts';

/** The responses of an operation, by what they mean for its result. */
export interface ResponseGroups {
  success: [status: string, response: Response][];
  errors: [status: string, response: Response][];
}

/** `default` is every status that is not named: an error, and the success as well where no other is described. */
export function groupResponses({ responses }: Operation): ResponseGroups {
  const all = Object.entries(responses);
  const success = all.filter(([status]) => /^2(\d\d|XX)$/i.test(status));
  const byDefault = all.filter(([status]) => status === 'default');
  return {
    success: success.length > 0 ? success : byDefault,
    errors: all.filter(([status]) => /^[345](\d\d|XX)$/i.test(status)).concat(byDefault),
  };
}

/** The media types of the success, the one that is asked for first. */
export function successContent({ success }: ResponseGroups): [mediaType: string, contents: MediaType[]][] {
  const contents = new Map<string, MediaType[]>();
  for (const [, { content = {} }] of success)
    for (const [type, media] of Object.entries(content)) contents.set(type, [...(contents.get(type) ?? []), media]);
  const preferred = preferredMediaType(Object.fromEntries([...contents.keys()].map((type) => [type, {}])));
  return [...contents].sort(([a], [b]) => Number(b === preferred) - Number(a === preferred));
}

/** The type of what a media type is read as. */
export function typeOfContent(types: SchemaTypes, mediaType: string, contents: MediaType[]): string {
  const kind = kindOf(mediaType);
  if (kind === 'text') return 'string';
  if (kind === 'stream') return 'ReadableStream<Uint8Array>';
  if (kind === 'bytes') return 'Blob';
  return union(contents.map(({ schema }) => types.typeOf(schema, 'response')));
}

/** A key of a type of errors: `404`, `'4XX'` or `default`. */
export function statusKey(status: string): number | string {
  return /^\d+$/.test(status) ? Number(status) : status === 'default' ? status : status.toUpperCase();
}

/** How the body of an error is read; undefined where there is none. */
export function errorKind({ content = {} }: Response, { method }: Operation): 'json' | 'text' | undefined {
  const mediaType = preferredMediaType(content);
  if (mediaType === undefined || method === 'head') return undefined;
  const kind = kindOf(mediaType) ?? 'json';
  return kind === 'json' ? 'json' : 'text';
}
