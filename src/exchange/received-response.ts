import { parseExactly } from '../../wire/exact-json.ts';
import { findStreamKind } from './stream-items.ts';

/** A fully read response of any status. */
export interface ReceivedResponse {
  method: string;
  url: string;
  status: number;
  reason: string;
  headers: [name: string, value: string][];
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether only the beginning of a stream is kept. */
  isCut?: boolean;
  /** From the start of the call to the last byte of the body. */
  milliseconds: number;
  /** When the request was sent, ISO 8601. */
  sentAt: string;
}

/** Finds a response header, case-insensitively. */
export function findHeader(response: ReceivedResponse, name: string): string | undefined {
  return response.headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

/** How to display a body. */
export type BodyKind = 'empty' | 'stream' | 'json' | 'xml' | 'text' | 'image' | 'pdf' | 'binary';

/** Chooses how to display a body from its media type. */
export function bodyKind(response: ReceivedResponse): BodyKind {
  if (response.bytes.length === 0) return 'empty';
  const type = mediaTypeOf(response);
  if (findStreamKind(type)) return 'stream';
  if (/[/+]json$/.test(type)) return 'json';
  if (type === 'application/pdf') return 'pdf';
  if (type === 'image/svg+xml' || /[/+]xml$/.test(type)) return 'xml';
  if (type.startsWith('image/')) return 'image';
  if (/^text\/|^application\/(x-www-form-urlencoded|yaml|javascript)$/.test(type)) return 'text';
  return type === '' && isText(response.bytes) ? 'text' : 'binary';
}

/** The media type in lower case without parameters; empty if the response has none. */
export function mediaTypeOf(response: ReceivedResponse): string {
  return findHeader(response, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

/** Decodes the body in the charset that the response declares, UTF-8 by default. */
export function decodeBody(response: ReceivedResponse): string {
  const charset = /charset="?([^";\s]+)/i.exec(findHeader(response, 'content-type') ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(response.bytes);
  } catch {
    return new TextDecoder().decode(response.bytes);
  }
}

/** What a body of JSON says; undefined if it is none. */
export function jsonOf(response: ReceivedResponse): unknown {
  try {
    return bodyKind(response) === 'json' ? parseExactly(decodeBody(response)) : undefined;
  } catch {
    return undefined;
  }
}

/** Indents JSON; returns any other text unchanged. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(parseExactly(text), undefined, 2);
  } catch {
    return text;
  }
}

/** Suggests a file name to download the body. */
export function fileNameOf(response: ReceivedResponse): string {
  const disposition = findHeader(response, 'content-disposition') ?? '';
  const named = /filename="?([^";]+)/i.exec(disposition)?.[1];
  if (named) return named;
  const last = new URL(response.url, 'http://localhost').pathname.split('/').filter(Boolean).at(-1) ?? 'answer';
  return last.includes('.') ? last : `${last}.${extensionOf(mediaTypeOf(response))}`;
}

/** Where the end of a media type is none. */
const extensions: Record<string, string> = { 'image/svg+xml': 'svg', 'text/plain': 'txt' };

function extensionOf(mediaType: string): string {
  const known = extensions[mediaType];
  if (known) return known;
  const end = mediaType.split(/[/+]/).at(-1) ?? '';
  if (/^[a-z0-9]{2,5}$/.test(end)) return end;
  return mediaType.startsWith('text/') ? 'txt' : 'bin';
}
