import type { IncomingHttpHeaders } from 'node:http';
import { mask, maskText, storable } from './mask-text.ts';

/** Of what callers send, only these headers and those that the document declares are kept. */
const requestHeaders = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'content-encoding',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-unmodified-since',
  'last-event-id',
  'origin',
  'prefer',
  'traceparent',
  'transfer-encoding',
  'user-agent',
]);

const longest = 2000;

/** Of a response, all headers are kept but secrets, and those for the browser that every response has. */
const omitted =
  /^(set-cookie|authentication-info|proxy-.*|access-control-.*|content-security-policy|cross-origin-.*|x-content-type-options|strict-transport-security)$/;

/** The headers of a request that are kept; `declared` are those of the operation's parameters. */
export function keptRequestHeaders(
  headers: IncomingHttpHeaders,
  declared: string[],
  isSecret: (name: string) => boolean,
): Record<string, string> {
  const names = Object.keys(headers).filter((name) => requestHeaders.has(name) || declared.includes(name));
  return Object.fromEntries(
    names.map((name) => [name, isSecret(name) ? mask : storable(maskText(String(headers[name])), longest)]),
  );
}

export function keptResponseHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !omitted.test(name))
      .map(([name, value]) => [name.toLowerCase(), storable(maskText(String(value)), longest)]),
  );
}
