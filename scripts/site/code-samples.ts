import { snippetz } from '@scalar/snippetz';
import type { HarRequest } from '@scalar/types/snippetz';
import { exampleRequest } from '../../server/openapi/examples.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { basePathOf } from '../../server/openapi/servers.ts';
import type { SampleData, SecurityData } from '../../src/documents/operation-data.ts';
import { sampleAddress } from './sample-address.ts';

const clients = [
  { id: 'curl', label: 'curl', language: 'shell', target: 'shell', client: 'curl' },
  { id: 'javascript', label: 'JavaScript', language: 'javascript', target: 'js', client: 'fetch' },
  { id: 'python', label: 'Python', language: 'python', target: 'python', client: 'requests' },
  { id: 'php', label: 'PHP', language: 'php', target: 'php', client: 'guzzle' },
  { id: 'java', label: 'Java', language: 'java', target: 'java', client: 'nethttp' },
  { id: 'csharp', label: 'C#', language: 'csharp', target: 'csharp', client: 'httpclient' },
  { id: 'go', label: 'Go', language: 'go', target: 'go', client: 'native' },
] as const;

/** Stands in for the portal's origin: the snippet generators parse it, so it must be a valid URL. */
export const sampleOrigin = 'https://origin.invalid';

export const sampleKey = 'sample-key';

/** Marks an `Authorization` that names no scheme. */
const namedMark = 'sample-named-';

const places: [found: string, place: string][] = [
  [sampleOrigin, '{{origin}}'],
  ['sample-client', '{{client}}'],
  ['sample-secret', '{{secret}}'],
  [sampleKey, '{{key}}'],
  [btoa('sample-key:x'), '{{basic}}'],
  // Some generators leave out an `Authorization` that names no scheme, as that of an apiKey: under this name they keep it.
  [namedMark, ''],
];

const printer = snippetz();

/** Generates the operation's example request in each language, with placeholders for the reader's origin and key. */
export function makeSamples(
  api: ApiDocument,
  operation: Operation,
  security: SecurityData[][],
  /** Makes one of them; the others do not depend on it. */
  attempt: (make: () => SampleData) => SampleData | undefined = (make) => make(),
): SampleData[] {
  const { request, basic, isKeyed } = makeRequest(api, operation, security);
  const write = ({ id, label, language, target, client }: (typeof clients)[number]): SampleData => {
    const generate = printer.findPlugin(target, client)?.generate;
    const printed = basic ? generate?.(...withBasic(client, request)) : generate?.(request);
    const code = places.reduce((text, [found, place]) => text.replaceAll(found, place), printed ?? '');
    if (isKeyed && !/\{\{(key|basic|client)\}\}/.test(code))
      throw new Error(`The ${label} sample of ${api.slug} ${operation.id} has no placeholder for the key.`);
    return { id, label, language, code };
  };
  return clients.flatMap((client) => attempt(() => write(client)) ?? []);
}

/** Most clients have an option for Basic credentials; fetch has none. */
function withBasic(
  client: string,
  request: Partial<HarRequest>,
): [Partial<HarRequest>, { auth?: { username: string; password: string } }] {
  if (client !== 'fetch') return [request, { auth: { username: 'sample-key', password: 'x' } }];
  const authorization = { name: 'Authorization', value: `Basic ${btoa('sample-key:x')}` };
  return [{ ...request, headers: [...(request.headers ?? []), authorization] }, {}];
}

/** The operation's example request, with stand-ins for the portal's origin and the key (`sampleOrigin`, `sampleKey`). */
export function makeRequest(
  api: ApiDocument,
  operation: Operation,
  security: SecurityData[][],
  example = exampleRequest(api, operation),
) {
  const { address, headers, cookies } = sampleAddress(operation, example);
  let basic = false;
  let shown = {};
  const schemes = chooseSecurity(api, security);
  for (const scheme of schemes) {
    // Values inserted by hand cannot be Base64-encoded for Basic; the form parameters are equivalent.
    if (scheme.credential) shown = { client_id: 'sample-client', client_secret: 'sample-secret' };
    else if (scheme.type === 'http' && scheme.scheme === 'basic') basic = true;
    else if (scheme.type !== 'apiKey') headers.push({ name: 'Authorization', value: 'Bearer sample-key' });
    else if (scheme.in === 'header') headers.push({ name: keyHeader(scheme), value: 'sample-key' });
    else if (scheme.in === 'cookie') cookies.push(`${scheme.parameterName}=sample-key`);
  }
  const inQuery = schemes.filter((scheme) => scheme.in === 'query');
  const query = inQuery.map((scheme) => `${scheme.parameterName}=sample-key`).join('&');
  if (cookies.length > 0) headers.push({ name: 'Cookie', value: cookies.join('; ') });

  const request: Partial<HarRequest> = {
    method: operation.method.toUpperCase(),
    url: sampleOrigin + basePathOf(api, operation) + address + (query && (address.includes('?') ? '&' : '?')) + query,
    headers,
    queryString: [],
    cookies: [],
  };
  if (example.body && example.body.value !== undefined) {
    if (example.body.mediaType !== 'multipart/form-data')
      headers.unshift({ name: 'Content-Type', value: example.body.mediaType });
    const { mediaType, value } = example.body;
    request.postData = makeBody(mediaType, Object.keys(shown).length > 0 ? { ...(value as object), ...shown } : value);
  }
  return { request, basic, isKeyed: schemes.length > 0 };
}

/** A header's name without the mark for the snippet generators. */
export function unmarked(header: string): string {
  return header.replace(namedMark, '');
}

function keyHeader({ parameterName, name }: SecurityData): string {
  const header = parameterName ?? name;
  return /^authorization$/i.test(header) ? `${namedMark}${header}` : header;
}

/** The first alternative. Without any, a sandbox still needs the key to identify the workspace. */
function chooseSecurity({ isPlatform }: ApiDocument, security: SecurityData[][]): SecurityData[] {
  const first = security.find((alternative) => alternative.length > 0);
  if (!first && isPlatform) return [];
  return first ?? [{ name: 'key', type: 'http', scheme: 'bearer', scopes: [], description: '' }];
}

function makeBody(mediaType: string, value: unknown): HarRequest['postData'] {
  const isForm = mediaType === 'application/x-www-form-urlencoded' || mediaType === 'multipart/form-data';
  if (isForm && typeof value === 'object' && value !== null) {
    const params = Object.entries(value).map(([name, item]) => ({
      name,
      value: typeof item === 'string' ? item : JSON.stringify(item),
    }));
    return { mimeType: mediaType, params };
  }
  return {
    mimeType: mediaType,
    text: typeof value === 'string' && !/json/.test(mediaType) ? value : JSON.stringify(value, null, 2),
  } as HarRequest['postData'];
}
