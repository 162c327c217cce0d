import { type ExampleRequest, exampleRequest } from '../../../server/openapi/examples.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import { basePathOf } from '../../../server/openapi/servers.ts';
import type { BuiltRequest, NamedFile } from '../../../wire/built-request.ts';
import { cookiesWithKey, credentialHeader, urlWithKey } from '../../../wire/credentials.ts';
import { formText } from '../../../wire/write-body.ts';
import { makeRequest } from '../code-samples.ts';
import { writtenOrigin } from '../mark-runnable.ts';
import { sampleKey } from '../samples/sample-keys.ts';
import { readSecurity } from '../security-data.ts';

interface CurlOptions {
  /** More options, as they stand in the command: `-i`. */
  options?: string[];
  /** More headers. */
  headers?: string[];
  /** Whether it sends the key; it does by default. */
  withKey?: boolean;
  /** A variable of the shell in the place of the path's last parameter. */
  id?: string;
}

/** The curl command of an operation's example request, in the words that a page can run, with the key from `$CAIS_KEY`. */
export function curlCommand(
  api: ApiDocument,
  operation: Operation,
  { options = [], headers: others = [], withKey = true, id }: CurlOptions = {},
): string {
  const security = readSecurity(api.document, operation.security, () => '');
  const base = writtenOrigin + basePathOf(api, operation);
  const { request } = makeRequest(api, operation, security, { example: exampleOf(api, operation, id), base });
  const { method, credentials, cookies } = request;
  const data = textOf(request);
  const isBasic = credentials.some(({ kind }) => kind === 'basic');
  const inHeaders = withKey ? credentials.filter(({ kind }) => kind !== 'basic') : [];
  const keys = inHeaders.map((each) => credentialHeader(each, sampleKey)).filter((header) => header !== undefined);
  const allCookies = withKey ? cookiesWithKey(request, sampleKey) : cookies;
  const sent = [...request.headers, ...keys].map(([name, value]) => `${name}: ${value}`);
  const isUsual = method === (data === undefined ? 'GET' : 'POST');
  const start = [
    'curl -s',
    ...options,
    ...(isBasic && withKey ? ['-u "$CAIS_KEY:x"'] : []),
    ...(isUsual ? [] : [`-X ${method}`]),
  ];
  return [
    `${start.join(' ')} ${word(withKey ? urlWithKey(request, sampleKey) : request.url)}`,
    ...[...sent, ...others].map((header) => `-H ${word(header, true)}`),
    ...(allCookies.length > 0 ? [`-H ${word(`Cookie: ${allCookies.join('; ')}`, true)}`] : []),
    ...(data === undefined ? [] : [`-d '${data.replaceAll("'", isJson(data) ? '\\u0027' : `'\\''`)}'`]),
  ].join(' \\\n  ');
}

/** The body, where it is text. */
function textOf({ body }: BuiltRequest<NamedFile>): string | undefined {
  if (body?.kind === 'form') return formText(body.pairs);
  return body?.kind === 'text' ? body.text : undefined;
}

function exampleOf(api: ApiDocument, operation: Operation, id: string | undefined): ExampleRequest {
  const example = exampleRequest(api, operation);
  const last = operation.path.match(/\{([^}]+)\}$/)?.[1];
  if (id === undefined || last === undefined) return example;
  return { ...example, path: { ...example.path, [last]: `sample_variable_${id}` } };
}

/** A word of the shell: the stand-ins for the key and for variables become variables. */
function word(text: string, isQuoted = false): string {
  const safe = text.replaceAll(/["\\$`]/g, '\\$&');
  const named = safe.replaceAll(sampleKey, '$CAIS_KEY').replaceAll(/sample_variable_([A-Z]+)/g, '$$$1');
  return isQuoted || !/^[\w:/.~%-]+$/.test(named) ? `"${named}"` : named;
}

function isJson(text: string): boolean {
  return /^\s*[[{"]/.test(text);
}
