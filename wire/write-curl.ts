import type { BodyPart, BuiltRequest, NamedFile } from './built-request.ts';
import { cookiesWithKey, credentialHeader, type Keys, keyOf, urlWithKey } from './credentials.ts';
import { formText } from './write-body.ts';

export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function bodyOptions({ body }: BuiltRequest<NamedFile>): string[] {
  if (!body) return [];
  if (body.kind === 'file') return [`--data-binary ${quoteForShell(`@${body.file.name}`)}`];
  if (body.kind === 'text') return [`--data-raw ${quoteForShell(body.text)}`];
  if (body.kind === 'form') return [`--data-raw ${quoteForShell(formText(body.pairs))}`];
  return body.parts.map(partOption);
}

/** `--form` reads `@`, `<` and `;` in what it is given, unless that is in quotes; `--form-string` reads nothing. */
function partOption(part: BodyPart<NamedFile>): string {
  const headers = (part.headers ?? []).map(([name, value]) => `;headers=${inQuotes(`${name}: ${value}`)}`).join('');
  if ('file' in part) {
    const type = part.file.type ? `;type=${part.file.type}` : '';
    const name = /[;,"\\]/.test(part.file.name) ? inQuotes(part.file.name) : part.file.name;
    return `--form ${quoteForShell(`${part.name}=@${name}${type}${headers}`)}`;
  }
  if (part.mediaType === undefined && headers === '')
    return `--form-string ${quoteForShell(`${part.name}=${part.value}`)}`;
  const type = part.mediaType ? `;type=${part.mediaType}` : '';
  return `--form ${quoteForShell(`${part.name}=${inQuotes(part.value)}${type}${headers}`)}`;
}

function inQuotes(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

function methodOptions({ method, body }: BuiltRequest<NamedFile>): string[] {
  if (method === 'HEAD') return ['--head'];
  // OpenAPI 3.2 lets a document name methods, which may hold what a shell runs (RFC 9110, 5.6.2).
  const word = /^[A-Z-]+$/.test(method) ? method : quoteForShell(method);
  return method === 'GET' && !body ? [] : [`--request ${word}`];
}

/** Writes the curl command for this request with the given key: masked for display, in full for copying. */
export function writeCurl(request: BuiltRequest<NamedFile>, keys: Keys): string {
  const headers = [...request.headers];
  const cookies = cookiesWithKey(request, keys);
  const options: string[] = [];
  for (const credential of request.credentials) {
    const key = keyOf(keys, credential);
    if (credential.kind === 'basic') options.push(`--user ${quoteForShell(`${key}:x`)}`);
    else if (credential.kind === 'client') options.push(`--user ${quoteForShell(key)}`);
    else headers.push(...[credentialHeader(credential, key)].filter((header) => header !== undefined));
  }
  // `Name;` makes curl send a header with an empty value.
  options.push(
    ...headers.map(([name, value]) => `--header ${quoteForShell(value === '' ? `${name};` : `${name}: ${value}`)}`),
  );
  if (cookies.length > 0) options.push(`--cookie ${quoteForShell(cookies.join('; '))}`);
  const parts = [
    ...methodOptions(request),
    quoteForShell(urlWithKey(request, keys)),
    ...options,
    ...bodyOptions(request),
  ];
  return `curl ${parts.join(' \\\n  ')}`;
}
