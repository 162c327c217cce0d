import type { BuiltRequest } from '../../../wire/built-request.ts';
import { percentEncode } from '../../../wire/percent-encode.ts';

/** A curl command whose variables have been filled in. */
export interface FilledCurl {
  url: string;
  method?: string;
  headers: string[];
  user?: string;
  data: { text: string; encode: boolean }[];
  inQuery: boolean;
}

const FORM = 'application/x-www-form-urlencoded';

/** The request that curl would send. */
export function buildCurlRequest({ url, method, headers, user, data, inQuery }: FilledCurl): BuiltRequest {
  const pairs = headers.map(readHeader);
  if (user !== undefined) pairs.push(['Authorization', `Basic ${base64(user)}`]);
  const text = data.map(({ text, encode }) => (encode ? encodeValue(text) : text)).join('&');
  const hasBody = data.length > 0 && !inQuery;
  const type = pairs.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  if (hasBody && type === undefined) pairs.push(['Content-Type', FORM]);
  const query = data.length > 0 && inQuery ? `${url.includes('?') ? '&' : '?'}${text}` : '';
  return {
    method: method ?? (hasBody ? 'POST' : 'GET'),
    url: url + query,
    headers: pairs,
    cookies: [],
    credentials: [],
    ...(hasBody && { body: { kind: 'text', mediaType: type ?? FORM, text } }),
  };
}

function readHeader(line: string): [string, string] {
  const [name = '', ...value] = line.split(':');
  return [name.trim(), value.join(':').trim()];
}

/** Of `name=value`, curl encodes the value only. */
function encodeValue(text: string): string {
  const at = text.indexOf('=');
  return at < 0 ? percentEncode(text) : text.slice(0, at + 1) + percentEncode(text.slice(at + 1));
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
