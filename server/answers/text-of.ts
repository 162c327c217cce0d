import { Readable } from 'node:stream';
import { isJson } from '../../wire/media-types.ts';
import type { Answer } from './answer.ts';

/** The text of a response as it is sent, JSON written; undefined for bytes, streams and no body. */
export function textOf({ body, mediaType, text }: Answer): string | undefined {
  if (text !== undefined || body === undefined || !mediaType) return text;
  if (body instanceof Readable || Buffer.isBuffer(body)) return undefined;
  return typeof body === 'string' && !isJson(mediaType) ? body : JSON.stringify(body);
}
