import type { BuiltRequest } from './built-request.ts';
import { credentialHeader } from './credentials.ts';
import { percentEncode } from './percent-encode.ts';

export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Adds a key that is sent in the query to the URL. */
export function urlWithKey(request: BuiltRequest, key: string): string {
  const pairs = request.credentials.flatMap((credential) =>
    credential.kind === 'query' ? [`${percentEncode(credential.name)}=${percentEncode(key)}`] : [],
  );
  if (pairs.length === 0) return request.url;
  return `${request.url}${request.url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

function bodyOptions(request: BuiltRequest): string[] {
  const { body } = request;
  if (!body) return [];
  if (body.kind === 'file') return [`--data-binary ${quoteForShell(`@${body.file.name}`)}`];
  if (body.kind === 'text') return [`--data-raw ${quoteForShell(body.text)}`];
  return body.parts.map(([name, value]) => `--form-string ${quoteForShell(`${name}=${value}`)}`);
}

function methodOptions(request: BuiltRequest): string[] {
  if (request.method === 'HEAD') return ['--head'];
  return request.method === 'GET' && !request.body ? [] : [`--request ${request.method}`];
}

/** Writes the curl command for this request with the given key: masked for display, in full for copying. */
export function writeCurl(request: BuiltRequest, key: string): string {
  const headers = [...request.headers];
  const cookies = [...request.cookies];
  const options: string[] = [];
  for (const credential of request.credentials) {
    if (credential.kind === 'basic') options.push(`--user ${quoteForShell(`${key}:x`)}`);
    else if (credential.kind === 'client') options.push(`--user ${quoteForShell(key)}`);
    else if (credential.kind === 'cookie') cookies.push(`${credential.name}=${key}`);
    else headers.push(...[credentialHeader(credential, key)].filter((header) => header !== undefined));
  }
  // `Name;` makes curl send a header with an empty value.
  options.push(
    ...headers.map(([name, value]) => `--header ${quoteForShell(value === '' ? `${name};` : `${name}: ${value}`)}`),
  );
  if (cookies.length > 0) options.push(`--cookie ${quoteForShell(cookies.join('; '))}`);
  const parts = [
    ...methodOptions(request),
    quoteForShell(urlWithKey(request, key)),
    ...options,
    ...bodyOptions(request),
  ];
  return `curl ${parts.join(' \\\n  ')}`;
}
