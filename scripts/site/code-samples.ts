import { snippetz } from '@scalar/snippetz';
import type { HarRequest } from '@scalar/types/snippetz';
import { exampleBody } from '../../server/dialect/formats/example-body.ts';
import { exampleRequest } from '../../server/openapi/examples.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { placeExample } from '../../server/openapi/place-example.ts';
import { basePathOf } from '../../server/openapi/servers.ts';
import type { SampleData, SecurityData } from '../../src/documents/operation-data.ts';
import type { BuiltRequest, NamedFile } from '../../wire/built-request.ts';
import { alternativesOf, credentialsFor, usualAlternative } from '../../wire/credentials.ts';
import { withQuery } from '../../wire/place-parameters.ts';
import { writeCurl } from '../../wire/write-curl.ts';
import { harOf } from './har-request.ts';

const clients = [
  { id: 'curl', label: 'curl', language: 'shell' },
  { id: 'javascript', label: 'JavaScript', language: 'javascript', target: 'js', client: 'fetch' },
  { id: 'python', label: 'Python', language: 'python', target: 'python', client: 'requests' },
  { id: 'php', label: 'PHP', language: 'php', target: 'php', client: 'guzzle' },
  { id: 'java', label: 'Java', language: 'java', target: 'java', client: 'nethttp' },
  { id: 'csharp', label: 'C#', language: 'csharp', target: 'csharp', client: 'httpclient' },
  { id: 'go', label: 'Go', language: 'go', target: 'go', client: 'native' },
] as const;

/** Stands in for the portal's origin: the snippet generators parse it, so it must be a valid URL. */
const sampleOrigin = 'https://origin.invalid';
/** Stands in for the server that the reader chooses. */
const server = 'https://server.invalid';

/** Nothing in a document may look like it. */
export const sampleKey = 'cais0key0of0samples';
const sampleClient = 'cais0client0of0samples';
const sampleSecret = 'cais0secret0of0samples';

const places: [found: string, place: string][] = [
  // What an example has in such braces is not a place of ours (see sample-code.ts).
  ['{{', '{{open}}'],
  [sampleOrigin, '{{origin}}'],
  [server, '{{server}}'],
  [sampleClient, '{{client}}'],
  [sampleSecret, '{{secret}}'],
  [sampleKey, '{{key}}'],
  [btoa(`${sampleKey}:x`), '{{basic}}'],
  // Some generators leave out an `Authorization` that names no scheme, as that of an apiKey: under this name they keep it.
  ['sample-named-', ''],
];

const bearer: SecurityData = { name: 'key', type: 'http', scheme: 'bearer', scopes: [], description: '' };
const printer = snippetz();

/** Generates the operation's example request in each language, with placeholders for the reader's origin and key. */
export function makeSamples(
  api: ApiDocument,
  operation: Operation,
  security: SecurityData[][],
  /** Makes one of them; the others do not depend on it. */
  attempt: (make: () => SampleData) => SampleData | undefined = (make) => make(),
): SampleData[] {
  const { request, isKeyed } = makeRequest(api, operation, security);
  const write = ({ id, label, language, ...plugin }: (typeof clients)[number]): SampleData => {
    const printed = 'client' in plugin ? print(plugin, request) : writeCurl(request, sampleKey);
    const code = places.reduce((text, [found, place]) => text.replaceAll(found, place), printed);
    if (isKeyed && !/\{\{(key|basic|client)\}\}/.test(code))
      throw new Error(`The ${label} sample of ${api.slug} ${operation.id} has no placeholder for the key.`);
    return { id, label, language, code };
  };
  // The generators know no file as a whole body: they would send its name.
  const able = request.body?.kind === 'file' ? clients.filter((each) => !('client' in each)) : clients;
  return able.flatMap((client) => attempt(() => write(client)) ?? []);
}

/** Most clients have an option for Basic credentials; fetch has none. */
function print({ target, client }: { target: string; client: string }, request: BuiltRequest<NamedFile>): string {
  const generate = printer.findPlugin(target as 'js', client as 'fetch')?.generate;
  const isBasic = request.credentials.some(({ kind }) => kind === 'basic') && client !== 'fetch';
  const sent = isBasic
    ? { ...request, credentials: request.credentials.filter(({ kind }) => kind !== 'basic') }
    : request;
  const har: Partial<HarRequest> = harOf(sent, sampleKey);
  return generate?.(har, isBasic ? { auth: { username: sampleKey, password: 'x' } } : {}) ?? '';
}

/** The operation's example request, with stand-ins for what is before its path (`sampleOrigin`) and, later, the key (`sampleKey`). */
export function makeRequest(
  api: ApiDocument,
  operation: Operation,
  security: SecurityData[][],
  example = exampleRequest(api, operation),
  base = api.servers ? server : sampleOrigin + basePathOf(api, operation),
): { request: BuiltRequest<NamedFile>; isKeyed: boolean } {
  const { path, query, headers, cookies } = placeExample(operation, example);
  const hasSandbox = !api.servers || api.servers.some(({ isOwn }) => isOwn);
  const alternatives = alternativesOf(security, api.isPlatform || !hasSandbox, bearer);
  const schemes = alternatives[usualAlternative(alternatives)] ?? [];
  // Values inserted by hand cannot be Base64-encoded for Basic; the form parameters are equivalent.
  const client = schemes.some(({ credential }) => credential)
    ? { client_id: sampleClient, client_secret: sampleSecret }
    : {};
  const body = exampleBody(api, operation, example, (value) =>
    Object.keys(client).length > 0 ? { ...(value as object), ...client } : value,
  );
  if (body && body.kind !== 'multipart') headers.unshift(['Content-Type', body.mediaType]);
  const request: BuiltRequest<NamedFile> = {
    method: operation.method.toUpperCase(),
    url: withQuery(base + path, query),
    headers,
    cookies,
    credentials: credentialsFor(schemes.filter(({ credential }) => !credential)),
    ...(body && { body }),
  };
  return { request, isKeyed: schemes.length > 0 };
}
