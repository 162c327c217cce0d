import { maskJson } from './mask-json.ts';
import { mask, maskText, storable } from './mask-text.ts';

/** Bytes of a body that are kept. */
const keptBytes = 64 * 1024;

/** A body as it is kept: text without secrets, cut off after 64 KiB; undefined for bytes, and for forms that carry files. */
export function maskBody(
  body: string | Buffer,
  mediaType: string | undefined,
  isSecret: (name: string) => boolean,
): string | undefined {
  const type = (mediaType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const write = writers.find(([pattern]) => pattern.test(type))?.[1];
  if (!write) return undefined;
  return storable(maskText(write(cut(body), isSecret)));
}

type Writer = (text: string, isSecret: (name: string) => boolean) => string;

const writers: [pattern: RegExp, write: Writer][] = [
  [/[/+]json$/, maskJson],
  [/^application\/x-www-form-urlencoded$/, maskForm],
  [/[/+]xml$/, maskXml],
  // A body without a type is shown if it is text at all.
  [/^(text\/.*)?$/, (text) => text],
];

function cut(body: string | Buffer): string {
  if (typeof body !== 'string') return body.toString('utf8', 0, keptBytes);
  return Buffer.byteLength(body) <= keptBytes ? body : Buffer.from(body).toString('utf8', 0, keptBytes);
}

/** A form or query, in the order and spelling in which it was sent. */
export function maskForm(text: string, isSecret: (name: string) => boolean): string {
  return text
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals >= 0 && isSecret(decoded(pair.slice(0, equals))) ? `${pair.slice(0, equals)}=${mask}` : pair;
    })
    .join('&');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function maskXml(text: string, isSecret: (name: string) => boolean): string {
  return text
    .replaceAll(/<([\w:.-]+)((?:\s[^<>]*)?)>([^<]+)(?=<|$)/g, (whole, name: string, rest: string) =>
      isSecret(name.replace(/^.*:/, '')) ? `<${name}${rest}>${mask}` : whole,
    )
    .replaceAll(/\s([\w:.-]+)=("[^"]*"?|'[^']*'?)/g, (whole, name: string) =>
      isSecret(name.replace(/^.*:/, '')) ? ` ${name}="${mask}"` : whole,
    );
}
