import type { Readable } from 'node:stream';

/** The beginning of a body as text, and whether there was more. */
export interface CappedBody {
  body: string;
  body_truncated: boolean;
}

/** The maximum number of bytes stored from a body. */
const bodyCap = 64 * 1024;

/**
 * Reads a stream up to the cap and leaves the rest unread. `soFar` gets what was read, so that it is available when the rest
 * fails.
 */
export async function readCapped(stream: Readable, soFar: (body: CappedBody) => void): Promise<CappedBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > bodyCap) break;
    }
  } finally {
    soFar(capped(Buffer.concat(chunks)));
  }
  return capped(Buffer.concat(chunks));
}

/** Bytes as text: invalid UTF-8, and NUL, which PostgreSQL cannot store in text, become U+FFFD. */
export function capped(bytes: Buffer): CappedBody {
  const text = new TextDecoder().decode(bytes.subarray(0, bodyCap));
  return { body: text.replaceAll('\0', '\uFFFD'), body_truncated: bytes.length > bodyCap };
}
