import { say } from '../../answers/say.ts';
import { invalidForm } from './form-fields.ts';
import { dispositionOf } from './part-disposition.ts';

/** One part of a multipart body; names of headers are in lower case. */
export interface Part {
  name?: string;
  filename?: string;
  headers: Map<string, string>;
  bytes: Buffer;
}

const most = { parts: 1_000, headerBytes: 8 * 1024 };
const [lineFeed, carriageReturn, dash, space, tab] = [10, 13, 45, 32, 9];

/**
 * Splits a multipart body at its boundary (RFC 2046, 5.1; RFC 7578); lines may end in CRLF or LF. Refuses (400) one without its
 * last boundary, with more than 1,000 parts, or with more than 8 KiB of headers in one.
 */
export function splitMultipart(body: Buffer, boundary: string): Part[] {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Part[] = [];
  let found = nextDelimiter(body, delimiter, 0);
  if (!found) throw invalidForm(say('multipart.no-boundary', { boundary }));
  while (!found.isLast) {
    const start = found.end;
    const next = nextDelimiter(body, delimiter, start);
    if (!next) throw invalidForm(say('multipart.no-end', { boundary }));
    if (parts.length === most.parts) throw invalidForm(say('multipart.too-many-parts', { most: most.parts }));
    parts.push(readPart(body, start, Math.max(start, lineEndBefore(body, next.start)), parts.length + 1));
    found = next;
  }
  return parts;
}

interface Delimiter {
  start: number;
  /** Behind its line. */
  end: number;
  isLast: boolean;
}

/** A boundary stands at the start of a line, and alone on it. */
function nextDelimiter(body: Buffer, delimiter: Buffer, from: number): Delimiter | undefined {
  for (let start = body.indexOf(delimiter, from); start >= 0; start = body.indexOf(delimiter, start + 1)) {
    if (start > 0 && body[start - 1] !== lineFeed) continue;
    let end = start + delimiter.length;
    if (body[end] === dash && body[end + 1] === dash) return { start, end, isLast: true };
    while (body[end] === space || body[end] === tab) end++;
    if (body[end] === carriageReturn) end++;
    if (body[end] === lineFeed) return { start, end: end + 1, isLast: false };
  }
  return undefined;
}

/** The line end before a boundary belongs to the boundary. */
function lineEndBefore(body: Buffer, at: number): number {
  if (body[at - 1] !== lineFeed) return at;
  return body[at - 2] === carriageReturn ? at - 2 : at - 1;
}

function readPart(body: Buffer, start: number, end: number, number: number): Part {
  const headers = new Map<string, string>();
  let at = start;
  while (at < end) {
    const line = body.indexOf(lineFeed, at);
    const stop = line < 0 || line > end ? end : line;
    if (stop - start > most.headerBytes) throw invalidForm(say('multipart.headers-too-long', { number }));
    const text = body.toString('utf8', at, stop).replace(/\r$/, '');
    at = stop + 1;
    if (text === '') break;
    const colon = text.indexOf(':');
    if (colon <= 0) throw invalidForm(say('multipart.no-header', { number, shown: text.slice(0, 40) }));
    headers.set(text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim());
  }
  return {
    ...dispositionOf(headers.get('content-disposition')),
    headers,
    bytes: body.subarray(Math.min(at, end), end),
  };
}
