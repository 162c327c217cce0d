import { bodyShape, isJson } from '../../../wire/media-types.ts';
import type { Issue } from '../../answers/issue.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { coerce } from '../../openapi/coerce.ts';
import type { MediaType, OpenApiDocument } from '../../openapi/document-types.ts';
import { isBinary } from '../../openapi/is-binary.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { isObjectOrList, isXml } from '../../openapi/structured-types.ts';
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
  /** The media type or range under which the document declares it. */
  declaredType: string;
  /** Whether its text, if it is one, is said to be UTF-8. */
  isUtf8: boolean;
  /** The profile's format for it. */
  format?: Format | undefined;
}

/**
 * Reads a body by its media type and its schema; refuses (400) what cannot be read, and (415) text that is not UTF-8. What the
 * document declares as mere bytes is none of that, whatever its sender calls it.
 */
export function readSent(body: Buffer, type: SentType, place: DeclaredBody): Sent {
  const { document, media } = place;
  const { declaredType, contentType } = type;
  const asItIs = { value: undefined, files: { '': [new SentFile('', contentType, body)] } };
  if (isBinary(document, media.schema) && !declaredType.startsWith('multipart/')) return asItIs;
  if (!declaredType.includes('*') || isObjectOrList(document, media.schema)) return readAs(body, type, place, asItIs);
  try {
    return { ...asItIs, ...readAs(body, type, place, asItIs) };
  } catch (error) {
    // Where the document says nothing of a body, nothing can be wrong with it.
    if (!(error instanceof Refusal) || shapeOf(document, media.schema).types.size > 0) throw error;
    return asItIs;
  }
}

interface DeclaredBody {
  document: OpenApiDocument;
  media: MediaType;
}

function readAs(body: Buffer, type: SentType, { document, media }: DeclaredBody, asItIs: Sent): Sent {
  const { mediaType, contentType, format, isUtf8 } = type;
  const { schema, encoding } = media;
  const place = { document, schema, encoding };
  if (format?.read) return { value: format.read(getText(body, isUtf8), place) };
  if (isJson(mediaType)) return { value: parseJsonBody(getText(body, isUtf8)) };
  if (form.mediaTypes.includes(mediaType)) return { value: form.read?.(getText(body, isUtf8), place) };
  if (mediaType.startsWith('multipart/')) {
    if (!isUtf8) throw notUtf8();
    return readMultipart(body, contentType, { document, media });
  }
  const isObject = isObjectOrList(document, schema);
  if (isXml(mediaType) && isObject) return { value: xml.read?.(getText(body, isUtf8), place) };
  const text = isUtf8 && bodyShape(mediaType) === 'text' ? findText(body) : undefined;
  if (text === undefined) return asItIs;
  if (!isObject) return { ...asItIs, value: coerce(document, schema, text) };
  // Some documents give the type text/plain to what is JSON, and to CSV the schema of its rows.
  return mediaType === 'text/plain' && /^\s*[{[]/.test(text) ? { value: parseJsonBody(text) } : asItIs;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function findText(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

function getText(body: Buffer, isUtf8: boolean): string {
  const text = isUtf8 ? findText(body) : undefined;
  if (text === undefined) throw notUtf8();
  return text;
}

function notUtf8(): Refusal {
  return new Refusal('unsupported_media_type', say('http.not-utf8'));
}
