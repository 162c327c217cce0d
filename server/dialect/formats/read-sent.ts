import { bodyShape } from '../../../wire/media-types.ts';
import type { Issue } from '../../answers/issue.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { coerce } from '../../openapi/coerce.ts';
import type { MediaType, OpenApiDocument } from '../../openapi/document-types.ts';
import { isJson, isObjectOrList, isXml } from '../../openapi/structured-types.ts';
import { parseJsonBody } from '../bodies/json-body.ts';
import { form } from './form.ts';
import type { Format } from './format.ts';
import { readMultipart } from './read-multipart.ts';
import { SentFile } from './sent-file.ts';
import { xml } from './xml.ts';

/** A body as its media type says. */
export interface Sent {
  /** Undefined for what has no value besides its bytes. */
  value: unknown;
  /** The files of a form, by property; a body that is kept as it is under the empty name. */
  files?: Record<string, SentFile[]>;
  /** What is wrong with the parts of a form. */
  issues?: Issue[];
}

/** What is known of a body before it is read. */
export interface SentType {
  mediaType: string;
  /** The whole Content-Type. */
  contentType: string;
  /** The profile's format for it. */
  format?: Format | undefined;
}

/** Reads a body by its media type and its schema; refuses (400) what cannot be read, and (415) text that is not UTF-8. */
export function readSent(
  body: Buffer,
  { mediaType, contentType, format }: SentType,
  { document, media }: { document: OpenApiDocument; media: MediaType },
): Sent {
  const { schema, encoding } = media;
  const place = { document, schema, encoding };
  if (format?.read) return { value: format.read(getText(body), place) };
  if (isJson(mediaType)) return { value: parseJsonBody(getText(body)) };
  if (form.mediaTypes.includes(mediaType)) return { value: form.read?.(getText(body), place) };
  if (mediaType.startsWith('multipart/')) return readMultipart(body, contentType, { document, media });
  const isObject = isObjectOrList(document, schema);
  if (isXml(mediaType) && isObject) return { value: xml.read?.(getText(body), place) };
  const files = { '': [new SentFile('', contentType, body)] };
  const text = bodyShape(mediaType) === 'text' ? findText(body) : undefined;
  if (text === undefined) return { value: undefined, files };
  if (!isObject) return { value: coerce(document, schema, text), files };
  // Some documents give the type text/plain to what is JSON, and to CSV the schema of its rows.
  return mediaType === 'text/plain' && /^\s*[{[]/.test(text)
    ? { value: parseJsonBody(text) }
    : { value: undefined, files };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function findText(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

function getText(body: Buffer): string {
  const text = findText(body);
  if (text !== undefined) return text;
  throw new Refusal('unsupported_media_type', say('http.not-utf8'));
}
