import { parse as parseContentType } from 'content-type';
import secureJson from 'secure-json-parse';
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
  const taken = Object.keys(requestBody.content).filter((type) => /[/+]json\b|^\*\/\*$/.test(type));
  const { type: mediaType, charset } = readContentType(headers['content-type']);
  const declaredType = taken.find((type) => type.split(';')[0]?.trim() === mediaType) ?? taken.find((type) => type === '*/*');
  if (!declaredType || (charset && charset.toLowerCase() !== 'utf-8')) throw unsupported(taken, headers['content-type'], method);
  return { declaredType, mediaType, value: parseJson(decode(body, taken, method)) };
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

function parseJson(text: string): unknown {
  try {
    return secureJson.parse(text, undefined, { protoAction: 'error', constructorAction: 'error' });
  } catch (error) {
    const reason = (error as Error).message;
    throw new Refusal('invalid_json', {
      en: `The body cannot be read as JSON: ${reason}. Check commas, quotes and braces.`,
      pt: `O corpo não pode ser lido como JSON: ${reason}. Confira vírgulas, aspas e chaves.`,
    });
  }
}

function unsupported(taken: string[], sent: string | undefined, method: string): Refusal {
  const types = taken.join(', ');
  const detail = {
    en: `Send the body as ${types} in UTF-8; "${sent ?? 'no Content-Type'}" is not taken.`,
    pt: `Envie o corpo como ${types} em UTF-8; "${sent ?? 'sem Content-Type'}" não é aceito.`,
  };
  const headers: Record<string, string> = method === 'POST' ? { 'accept-post': types } : method === 'PATCH' ? { 'accept-patch': types } : {};
  return new Refusal('unsupported_media_type', detail, { headers });
}
