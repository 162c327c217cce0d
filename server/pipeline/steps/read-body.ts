import { parse as parseContentType } from 'content-type';
import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { parseJsonBody } from '../../dialect/bodies/json-body.ts';
import { findFormat } from '../../dialect/formats/format.ts';
import { isUtf8 } from '../../dialect/formats/is-utf-8.ts';
import { jsonPatch } from '../../dialect/patches/json-patch.ts';
import type { Profile } from '../../dialect/profile.ts';
import { preferredMediaType } from '../../openapi/examples.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { Operation } from '../../openapi/operations.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { isJson } from '../../plan/success-response.ts';

export interface ReadBody {
  /** The media type under which the document declares it. */
  declaredType: string;
  mediaType: string;
  value: unknown;
}

/** Parses the body by its media type: 415 for an unsupported type or charset, 400 for an unreadable body. */
export function readBody(
  { document, profile }: Pick<ServedApi, 'document' | 'profile'>,
  operation: Operation,
  { body, stream, headers, method }: Incoming,
): ReadBody | undefined {
  const { requestBody } = operation;
  const isEmpty = !stream && (!body || body.length === 0);
  if (!requestBody || (isEmpty && !profile.charsetRequired)) return undefined;
  if (!isEmpty && isEncoded(headers['content-encoding'])) throw encoded(headers['content-encoding']);
  const { jsonType, readable, declared, taken } = takenBy(requestBody, profile);
  const { type, charset } = readContentType(headers['content-type']);
  const mediaType = isPlainPatch(type, declared, body) ? jsonPatch : type;
  const format = findFormat(readable, mediaType);
  const declaredType = declared.find((type) => matches(type, mediaType)) ?? (format && jsonType);
  const isRead = charset ? isUtf8(charset) : !profile.charsetRequired;
  if (!declaredType || !isRead) throw unsupported(taken, headers['content-type'], method);
  if (isEmpty) return undefined;
  const { schema } = requestBody.content[declaredType] ?? {};
  return { declaredType, mediaType, value: read() };

  function read(): unknown {
    if (stream) return undefined; // The handler reads it.
    if (!format?.read && !isJson(mediaType)) return undefined; // A file is stored as it is.
    const text = decode(body as Buffer, taken, method);
    return format?.read ? format.read(text, { document, schema }) : parseJsonBody(text);
  }
}

/** The media types that an operation accepts. */
const takenBy = memoize(({ content }: NonNullable<Operation['requestBody']>, { formats = [] }: Profile) => {
  const jsonType = preferredMediaType(content);
  // The profile's formats are alternatives to JSON.
  const readable = isJson(jsonType) ? formats.filter(({ read }) => read) : [];
  const declared = Object.keys(content);
  const taken = [...new Set([...declared, ...readable.flatMap(({ mediaTypes }) => mediaTypes)])];
  return { jsonType, readable, declared, taken };
});

/** Many clients send a JSON Patch as plain JSON; where only the patch is declared, a list can be nothing else. */
function isPlainPatch(type: string, declared: string[], body: Buffer | undefined): boolean {
  if (type !== 'application/json' || !declared.includes(jsonPatch)) return false;
  return !declared.some((each) => matches(each, type)) && body?.toString('latin1', 0, 100).trimStart()[0] === '[';
}

function isEncoded(coding: string | undefined): boolean {
  return coding !== undefined && coding.trim().toLowerCase() !== 'identity';
}

/** Compressed bodies may be a thousand times larger than they look, and no client here needs them (RFC 9110, 12.5.3). */
function encoded(coding: string | undefined): Refusal {
  const detail = say('http.encoded-body', { coding });
  return new Refusal('unsupported_media_type', detail, { headers: { 'accept-encoding': 'identity' } });
}

/** Whether a declared media type, possibly a range such as `image/*`, matches a sent one. */
function matches(declared: string, sent: string): boolean {
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === sent || type === '*/*' || (type.endsWith('/*') && sent.startsWith(type.slice(0, -1)));
}

function readContentType(header: string | undefined): { type: string; charset?: string } {
  if (!header) return { type: '' };
  try {
    const { type, parameters } = parseContentType(header);
    return { type: type.toLowerCase(), charset: parameters.charset };
  } catch {
    return { type: header };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(body: Buffer, taken: string[], method: string): string {
  try {
    return utf8.decode(body);
  } catch {
    throw unsupported(taken, 'bytes that are not UTF-8', method);
  }
}

function unsupported(taken: string[], sent: string | undefined, method: string): Refusal {
  const types = taken.join(', ');
  const detail = say('http.media-type', { types, sent: sent ?? say('http.no-media-type') });
  const headers: Record<string, string> =
    method === 'POST' ? { 'accept-post': types } : method === 'PATCH' ? { 'accept-patch': types } : {};
  return new Refusal('unsupported_media_type', detail, { headers });
}
