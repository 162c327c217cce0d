import { exampleBody } from '../../server/dialect/formats/example-body.ts';
import { type ExampleRequest, exampleRequest } from '../../server/openapi/examples.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { placeExample } from '../../server/openapi/place-example.ts';
import { basePathOf } from '../../server/openapi/servers.ts';
import type { SecurityData } from '../../src/documents/operation-data.ts';
import type { SampleData } from '../../src/documents/operation-means.ts';
import type { BuiltRequest, NamedFile } from '../../wire/built-request.ts';
import { alternativesOf, credentialsFor, type Keys, usualAlternative } from '../../wire/credentials.ts';
import { withQuery } from '../../wire/place-parameters.ts';
import { writeCurl } from '../../wire/write-curl.ts';
import { keysOf, sampleClient, sampleOrigin, sampleSecret, sampleServer, withPlaces } from './samples/sample-keys.ts';
import { writeJavascript } from './samples/write-javascript.ts';
import { writePython } from './samples/write-python.ts';
import { type LibraryLanguage, writeWithLibrary } from './samples/write-with-library.ts';

type Write = (request: BuiltRequest<NamedFile>, keys: Keys) => string | undefined;

const clients: (Omit<SampleData, 'code'> & { write: Write })[] = [
  { id: 'curl', label: 'curl', language: 'shell', write: writeCurl },
  { id: 'javascript', label: 'JavaScript', language: 'javascript', write: writeJavascript },
  { id: 'python', label: 'Python', language: 'python', write: writePython },
  { id: 'php', label: 'PHP', language: 'php', write: withLibrary('php') },
  { id: 'java', label: 'Java', language: 'java', write: withLibrary('java') },
  { id: 'csharp', label: 'C#', language: 'csharp', write: withLibrary('csharp') },
  { id: 'go', label: 'Go', language: 'go', write: withLibrary('go') },
];

function withLibrary(language: LibraryLanguage): Write {
  return (request, keys) => writeWithLibrary(language, request, keys);
}

const bearer: SecurityData = { name: 'key', type: 'http', scheme: 'bearer', scopes: [], description: '' };

/** Generates the operation's example request in each language that can send it, with places for the reader's origin and key. */
export function makeSamples(
  api: ApiDocument,
  operation: Operation,
  security: SecurityData[][],
  /** Makes one of them; the others do not depend on it. */
  attempt: (make: () => SampleData | undefined) => SampleData | undefined = (make) => make(),
): SampleData[] {
  const { servers = [{ isOwn: true }] } = api;
  const [own, other] = [true, false].map((isOwn) =>
    servers.some((each) => each.isOwn === isOwn) ? makeRequest(api, operation, security, { isOwn }) : undefined,
  );
  return clients.flatMap(({ write, ...client }) => {
    const code = (made: typeof own, isOwn: boolean): string | undefined => {
      const printed = made && write(made.request, keysOf(made.request.credentials, isOwn));
      const placed = printed === undefined ? undefined : withPlaces(printed);
      if (placed !== undefined && made?.isKeyed && !/\{\{(key|basic|client|user|account)\b/.test(placed))
        throw new Error(`The ${client.label} sample of ${api.slug} ${operation.id} has no placeholder for the key.`);
      return placed;
    };
    const made = attempt(() => {
      const [here, elsewhere] = [code(own, true), code(other, false)];
      const shown = here ?? elsewhere;
      if (shown === undefined) return undefined;
      return { ...client, code: shown, ...(elsewhere !== undefined && elsewhere !== shown && { elsewhere }) };
    });
    return made ? [made] : [];
  });
}

interface RequestOptions {
  /** Whether it goes to this portal; another server is asked for nothing but what the document says. */
  isOwn?: boolean;
  example?: ExampleRequest;
  /** What stands before its path. */
  base?: string;
}

/** The operation's example request, with stand-ins for what is before its path (`sampleOrigin`) and, later, the key (`sampleKey`). */
export function makeRequest(
  api: ApiDocument,
  operation: Operation,
  security: SecurityData[][],
  {
    isOwn = true,
    example = exampleRequest(api, operation),
    base = api.servers ? sampleServer : sampleOrigin + basePathOf(api, operation),
  }: RequestOptions = {},
): { request: BuiltRequest<NamedFile>; isKeyed: boolean } {
  const { path, query, headers, cookies } = placeExample(operation, example);
  const alternatives = alternativesOf(security, api.isPlatform || !isOwn, bearer);
  const asked = alternatives[usualAlternative(alternatives)] ?? [];
  // A certificate is shown before the request; only a sandbox takes its key instead.
  const schemes = isOwn ? asked : asked.filter(({ type }) => type !== 'mutualTLS');
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
    credentials: credentialsFor(schemes.filter(({ credential }) => !credential)).map((each) =>
      // A name and its password are typed as one, with a colon between.
      each.kind === 'basic' && !isOwn ? { kind: 'client' } : each,
    ),
    ...(body && { body }),
  };
  return { request, isKeyed: schemes.length > 0 };
}
