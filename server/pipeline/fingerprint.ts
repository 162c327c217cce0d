import { createHash } from 'node:crypto';
import { parse as parseContentType } from 'content-type';
import type { Incoming } from '../answers/incoming.ts';

/** Identifies a request by its address, media type and bytes; of a multipart body, by its parts: each try has a boundary of its own. */
export function fingerprintOf({ method, path, query, headers, body = Buffer.alloc(0) }: Incoming): string {
  const sent = headers['content-type'] ?? '';
  const boundary = boundaryOf(sent);
  const mediaType = boundary === undefined ? sent : sent.replace(boundary, '');
  const hash = createHash('sha256').update(`${[method, path, query.toString(), mediaType].join('\n')}\n`);
  for (const part of boundary === undefined ? [body] : partsOf(body, boundary)) hash.update(part);
  return hash.digest('base64url');
}

function boundaryOf(contentType: string): string | undefined {
  if (!/^\s*multipart\//i.test(contentType)) return undefined;
  try {
    return parseContentType(contentType).parameters.boundary || undefined;
  } catch {
    return undefined;
  }
}

/** What stands between the delimiters (RFC 2046, 5.1.1), each with its dashes. */
function* partsOf(body: Buffer, boundary: string): Generator<Buffer> {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  let from = 0;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, from)) {
    yield body.subarray(from, at + 2);
    from = at + delimiter.length;
  }
  yield body.subarray(from);
}
