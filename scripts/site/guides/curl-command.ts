import { type ExampleRequest, exampleRequest } from '../../../server/openapi/examples.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import { makeRequest, sampleKey, sampleOrigin, unmarked } from '../code-samples.ts';
import { writtenOrigin } from '../mark-runnable.ts';
import { readSecurity } from '../security-data.ts';

interface Header {
  name: string;
  value: string;
}

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
  const { request, basic } = makeRequest(api, operation, security, exampleOf(api, operation, id));
  const isKey = ({ value }: Header) => value.includes(sampleKey);
  const { method = 'GET', url = '', postData } = request;
  const headers: Header[] = request.headers ?? [];
  const data =
    postData?.text ??
    postData?.params
      ?.map(({ name, value = '' }: Partial<Header> & Pick<Header, 'name'>) => `${encode(name)}=${encode(value)}`)
      .join('&');
  const sent = headers
    .filter((header) => withKey || !isKey(header))
    .map(({ name, value }) => `${unmarked(name)}: ${value}`);
  const isUsual = method === (data === undefined ? 'GET' : 'POST');
  const start = [
    'curl -s',
    ...options,
    ...(basic && withKey ? ['-u "$CAIS_KEY:x"'] : []),
    ...(isUsual ? [] : [`-X ${method}`]),
  ];
  return [
    `${start.join(' ')} ${word(url.replace(sampleOrigin, writtenOrigin))}`,
    ...[...sent, ...others].map((header) => `-H ${word(header, true)}`),
    ...(data === undefined ? [] : [`-d '${data.replaceAll("'", isJson(data) ? '\\u0027' : `'\\''`)}'`]),
  ].join(' \\\n  ');
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

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

function isJson(text: string): boolean {
  return /^\s*[[{"]/.test(text);
}
