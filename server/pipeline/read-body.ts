import { parse as parseContentType } from 'content-type';
import { parseJsonBody } from '../dialect/bodies/json-body.ts';
import { Refusal } from '../dialect/errors/refusal.ts';
import type { Operation } from '../openapi/operations.ts';
import type { Incoming } from './exchange.ts';

export interface ReadBody {
  /** The media type under which the document declares it. */
  declaredType: string;
  mediaType: string;
  value: unknown;
}

/** Parses the body as its declared media type says: 415 for another type or charset, 400 for broken JSON. */
export function readBody(operation: Operation, { body, headers, method }: Incoming): ReadBody | undefined {
  const { requestBody } = operation;
  if (!requestBody || !body || body.length === 0) return undefined;
  const taken = Object.keys(requestBody.content);
  const { type: mediaType, charset } = readContentType(headers['content-type']);
  const declaredType = taken.find((type) => matches(type, mediaType));
  if (!declaredType || (charset && charset.toLowerCase() !== 'utf-8'))
    throw unsupported(taken, headers['content-type'], method);
  // A declared type that is not JSON (a file, a form) is taken as it is: nothing in it is looked at.
  const value = /[/+]json$/.test(mediaType) ? parseJsonBody(decode(body, taken, method)) : undefined;
  return { declaredType, mediaType, value };
}

/** Whether a declared media type, which may be a range such as `image/*`, takes a sent one. */
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

function decode(body: Buffer, taken: string[], method: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw unsupported(taken, 'bytes that are not UTF-8', method);
  }
}

function unsupported(taken: string[], sent: string | undefined, method: string): Refusal {
  const types = taken.join(', ');
  const detail = {
    en: `Send the body as ${types} in UTF-8; "${sent ?? 'no Content-Type'}" is not taken.`,
    pt: `Envie o corpo como ${types} em UTF-8; "${sent ?? 'sem Content-Type'}" não é aceito.`,
  };
  const headers: Record<string, string> =
    method === 'POST' ? { 'accept-post': types } : method === 'PATCH' ? { 'accept-patch': types } : {};
  return new Refusal('unsupported_media_type', detail, { headers });
}
