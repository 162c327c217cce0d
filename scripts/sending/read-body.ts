import { readPairs } from './read-pairs.ts';

interface SentPart {
  name: string;
  fileName?: string | undefined;
  headers: Record<string, string>;
  text: string;
}

/** A body as a server reads it, by its media type. */
export type SentBody = { mediaType: string } & (
  | { json: unknown }
  | { pairs: [name: string, value: string][] }
  | { parts: SentPart[] }
  | { text: string }
);

/** Reads a body; undefined where there is none. Bytes are text of Latin-1, so that none is lost. */
export function readBody(bytes: Buffer, contentType: string | undefined): SentBody | undefined {
  if (bytes.length === 0 && contentType === undefined) return undefined;
  const mediaType = (contentType ?? '').replace(/;\s*boundary=.*/, '');
  const text = bytes.toString();
  if (/[/+]json\b/.test(mediaType)) return { mediaType, json: JSON.parse(text) };
  if (mediaType === 'application/x-www-form-urlencoded') return { mediaType, pairs: readPairs(text) };
  const [, boundary] = /boundary="?([^";]+)/.exec(contentType ?? '') ?? [];
  if (boundary) return { mediaType, parts: readParts(bytes.toString('latin1'), boundary) };
  return { mediaType, text: bytes.toString('latin1') };
}

function readParts(body: string, boundary: string): SentPart[] {
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return parts.map((part) => {
    const at = part.indexOf('\r\n\r\n');
    const lines = utf8(part.slice(0, at)).split('\r\n').filter(Boolean);
    const headers = Object.fromEntries(
      lines.map((line): [string, string] => {
        const [name = '', ...value] = line.split(':');
        return [name.toLowerCase(), value.join(':').trim()];
      }),
    );
    const { 'content-disposition': disposition = '', ...others } = headers;
    const [, name = ''] = /[; ]name="((?:[^"\\]|\\.)*)"/.exec(disposition) ?? [];
    const [, fileName] = /filename="((?:[^"\\]|\\.)*)"/.exec(disposition) ?? [];
    return { name, ...(fileName !== undefined && { fileName }), headers: others, text: utf8(part.slice(at + 4)) };
  });
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString();
}
