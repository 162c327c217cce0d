import type { ClientOptions } from './client-types.ts';
import { addCredentials, type Carrier } from './credentials.ts';
import type { AnyRequest, ApiDescription, OperationDescription } from './description.ts';
import type { FetchToken } from './oauth-token.ts';
import { writeBody } from './write-body.ts';
import { isObject, writeHeader, writePath, writeQuery } from './write-values.ts';

/** What every request of a client has in common. */
export interface Settings {
  api: ApiDescription;
  options: ClientOptions;
  /** With a slash at the end, so that paths are below it. */
  baseUrl: string;
  fetchToken: FetchToken;
}

/** The request of a call; throws if its arguments make none. */
export async function writeRequest(
  { api, options, baseUrl, fetchToken }: Settings,
  operation: OperationDescription,
  asked: AnyRequest,
  signal: AbortSignal | undefined,
): Promise<Request> {
  const headers = new Headers(options.headers);
  const carrier: Carrier = { headers, query: [], cookies: [] };
  await addCredentials(api, operation, options.auth ?? {}, carrier, fetchToken);
  if (operation.accept) headers.set('accept', asked.accept ?? operation.accept);
  for (const [name, value] of given(asked.headers))
    headers.set(name, writeHeader(value, operation.styles?.[`header ${name}`]));
  for (const [name, value] of Object.entries(asked.extraHeaders ?? {})) headers.set(name, value);
  for (const [name, value] of given(asked.cookies))
    carrier.cookies.push(`${name}=${writeHeader(value, operation.styles?.[`cookie ${name}`])}`);
  if (carrier.cookies.length > 0) headers.set('cookie', carrier.cookies.join('; '));

  const sent = bodyOf(operation, asked);
  if (sent?.contentType) headers.set('content-type', sent.contentType);
  const isStream = sent?.content instanceof ReadableStream;
  return new Request(addressOf(baseUrl, operation, asked, carrier.query), {
    method: operation.method,
    headers,
    ...(sent && { body: sent.content }),
    // Streams are sent while they are read; browsers and Node.js want that said.
    ...(isStream && { duplex: 'half' }),
    signal,
  });
}

function bodyOf({ sends, fields }: OperationDescription, { body, contentType = sends }: AnyRequest) {
  if (body === undefined) return undefined;
  return writeBody(contentType ?? 'application/json', body, fields);
}

function addressOf(baseUrl: string, operation: OperationDescription, asked: AnyRequest, secrets: string[]): URL {
  const { path, styles = {} } = operation;
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => segment(name, asked.path?.[name], styles));
  const query = [
    ...given(asked.query).flatMap(([name, value]) => writeQuery(name, value, styles[`query ${name}`])),
    ...given(asked.extraQuery).flatMap(([name, value]) => writeQuery(name, value)),
    ...secrets,
  ];
  // A path that is empty would be read as the base URL itself, and one with a colon as a URL of its own.
  return new URL(`${baseUrl}${filled}${query.length > 0 ? '?' : ''}${query.join('&')}`);
}

/** An empty value, or dots, would make it the path of something else. */
function segment(name: string, value: unknown, styles: NonNullable<OperationDescription['styles']>): string {
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty || (isObject(value) && Object.keys(value).length === 0))
    throw new TypeError(`The path parameter "${name}" is empty.`);
  const text = writePath(name, value, styles[`path ${name}`]);
  if (text === '.' || text === '..') throw new TypeError(`The path parameter "${name}" cannot be "${text}".`);
  return text;
}

function given(values: Record<string, unknown> | undefined): [string, unknown][] {
  return Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
}
