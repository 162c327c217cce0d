import { parse as parseContentType } from 'content-type';
import { bareType, isJson } from '../../../wire/media-types.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { form } from '../../dialect/formats/form.ts';
import { findFormat } from '../../dialect/formats/format.ts';
import { isUtf8 } from '../../dialect/formats/is-utf-8.ts';
import { readSent, type Sent } from '../../dialect/formats/read-sent.ts';
import { jsonPatch } from '../../dialect/patches/json-patch.ts';
import type { Profile } from '../../dialect/profile.ts';
import { findDeclaredType } from '../../openapi/declared-type.ts';
import type { OpenApiDocument } from '../../openapi/document-types.ts';
import { preferredMediaType } from '../../openapi/examples.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { Operation } from '../../openapi/operations.ts';
import { isObjectOrList } from '../../openapi/structured-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';

export interface ReadBody extends Sent {
  /** The media type under which the document declares it. */
  declaredType: string;
  mediaType: string;
}

/** Parses the body by its media type: 415 for an unsupported type or charset, 400 for an unreadable body. */
export function readBody(
  { document, profile }: Pick<ServedApi, 'document' | 'profile'>,
  operation: Operation,
  { body, stream, headers, method }: Incoming,
): ReadBody | undefined {
  const { requestBody } = operation;
  const isEmpty = !stream && (!body || body.length === 0);
  if (!requestBody) return undefined;
  const { jsonType, readable, declared, taken } = takenBy(requestBody, profile);
  const isForm = isEmpty && isFormType(findDeclaredType(declared, headers['content-type'] ?? ''));
  if (isEmpty && !isForm && !profile.charsetRequired) return undefined;
  if (!isEmpty && isEncoded(headers['content-encoding'])) throw encoded(headers['content-encoding']);
  const sentType = headers['content-type'] || untypedAs(document, requestBody, declared);
  const { type: called, charset } = readContentType(sentType);
  const isOctets = findDeclaredType(declared, sentType) === undefined && takesOctets(document, requestBody);
  const type = isOctets ? octets : called;
  const isPatch = isPlainPatch(type, declared, body);
  const contentType = isPatch ? jsonPatch : sentType;
  const mediaType = isPatch ? jsonPatch : type;
  const declaredType = mediaType === '' ? undefined : findDeclaredType(declared, isOctets ? octets : contentType);
  const format = findFormat(readable, mediaType);
  const readAs = declaredType ?? (format && jsonType);
  const isRead = charset ? isUtf8(charset) : !profile.charsetRequired;
  // What is kept byte by byte may be in any charset.
  const isChecked = isRead || (!isEmpty && !stream);
  if (!readAs || !isChecked) throw unsupported(taken, headers['content-type'], method);
  if (isEmpty && !isForm) return undefined;
  const found = { declaredType: readAs, mediaType };
  if (stream) return { ...found, value: undefined }; // The handler reads it.
  const media = requestBody.content[readAs] ?? {};
  const sent = { ...found, contentType, format, isUtf8: isRead };
  try {
    return { ...found, ...readSent(body ?? empty, sent, { document, media }) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'unsupported_media_type') throw error;
    throw isRead ? error.with(acceptedTypes(taken, method)) : unsupported(taken, headers['content-type'], method);
  }
}

const empty = Buffer.alloc(0);

const octets = 'application/octet-stream';

/** Where nothing but octets is taken, what a sender calls them changes nothing: most name the type of the file. */
function takesOctets(document: OpenApiDocument, { content }: NonNullable<Operation['requestBody']>): boolean {
  const [[type = '', media] = [], ...others] = Object.entries(content);
  return others.length === 0 && bareType(type) === octets && !isObjectOrList(document, media?.schema);
}

/** A body without a media type may be taken as octets (RFC 9110, 8.3), where they are allowed and no value is expected. */
function untypedAs(
  document: OpenApiDocument,
  { content }: NonNullable<Operation['requestBody']>,
  declared: string[],
): string {
  const found = findDeclaredType(declared, octets);
  return found !== undefined && !isObjectOrList(document, content[found]?.schema) ? octets : '';
}

/** A form without fields is an empty body. */
function isFormType(type: string | undefined): boolean {
  return type !== undefined && form.mediaTypes.includes(bareType(type));
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
  return findDeclaredType(declared, type) === undefined && body?.toString('latin1', 0, 100).trimStart()[0] === '[';
}

function isEncoded(coding: string | undefined): boolean {
  return coding !== undefined && coding.trim().toLowerCase() !== 'identity';
}

/** Compressed bodies may be a thousand times larger than they look, and no client here needs them (RFC 9110, 12.5.3). */
function encoded(coding: string | undefined): Refusal {
  const detail = say('http.encoded-body', { coding });
  return new Refusal('unsupported_media_type', detail, { headers: { 'accept-encoding': 'identity' } });
}

function readContentType(header: string): { type: string; charset?: string } {
  if (!header) return { type: '' };
  try {
    const { type, parameters } = parseContentType(header);
    return { type: type.toLowerCase(), charset: parameters.charset };
  } catch {
    return { type: '' }; // What cannot be read is no supported type.
  }
}

function unsupported(taken: string[], sent: string | undefined, method: string): Refusal {
  const types = taken.join(', ');
  const detail = say('http.media-type', { types, sent: sent ?? say('http.no-media-type') });
  return new Refusal('unsupported_media_type', detail, { headers: acceptedTypes(taken, method) });
}

function acceptedTypes(taken: string[], method: string): Record<string, string> {
  const types = taken.join(', ');
  return method === 'POST' ? { 'accept-post': types } : method === 'PATCH' ? { 'accept-patch': types } : {};
}
