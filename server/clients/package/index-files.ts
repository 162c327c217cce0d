import { usualAddress } from '../../openapi/console-servers.ts';
import { listOtherServers } from '../../openapi/servers.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { docComment } from '../doc-comment.ts';
import { propertyName, quote } from '../names.ts';
import { printValue } from '../print-value.ts';
import type { ApiDescription, Scheme } from '../runtime/description.ts';
import { documentAlternatives, schemesOfClient } from '../security.ts';

const clientTypes = [
  'BasicCredentials',
  'Binary',
  'Client',
  'ClientOptions',
  'OAuthCredentials',
  'RequestOptions',
  'Secret',
];
const resultTypes = ['ClientError', 'Failed', 'Failure', 'Page', 'Result', 'Success'];

/** `index.js`: the API's address and conventions, and all that the package exports. */
export function writeIndexCode(api: ServedApi, publicUrl: string): string {
  const schemes = Object.entries(schemesOfClient(api)).map(
    ([name, { type, name: header, tokenUrl }]): [string, Scheme] => [
      name,
      { type, ...(header && { name: header }), ...(tokenUrl && { tokenUrl }) },
    ],
  );
  const description: ApiDescription = {
    baseUrl: usualAddress(api, publicUrl),
    schemes: Object.fromEntries(schemes),
    security: documentAlternatives(api),
    ...headersOf(api),
  };
  const servers = serversOf(api, publicUrl).map(({ name, url }) => [name, url]);
  return `import { makeClient } from './runtime/make-client.js';

const api = ${printValue(description)};

export const servers = ${printValue(Object.fromEntries(servers))};

export function createClient(options) {
  return makeClient(api, options);
}

export { collect, items, pages } from './runtime/walk.js';
export * from './operations.js';
`;
}

export function writeIndexTypes(api: ServedApi, publicUrl: string): string {
  const schemes = Object.entries(schemesOfClient(api));
  const auth = schemes.map(
    ([name, { credentials, description }]) =>
      `${docComment([description], '  ')}  ${propertyName(name)}?: ${credentials} | undefined;\n`,
  );
  const servers = serversOf(api, publicUrl).map(
    ({ name, url, description }) =>
      `${docComment([description], '  ')}  readonly ${propertyName(name)}: ${quote(url)};\n`,
  );
  const used = ['BasicCredentials', 'OAuthCredentials', 'Secret'].filter((name) =>
    schemes.some(([, { credentials }]) => credentials.includes(name)),
  );
  return `import type { ${[...used, 'Client', 'ClientOptions', 'Collect', 'Items', 'Pages'].sort().join(', ')} } from './runtime/client-types.js';

/** Credentials, by the names of the API's security schemes. */
export interface Auth {
${auth.join('')}}

/** Where the API is; the first is what a client calls unless its \`baseUrl\` says otherwise. */
export declare const servers: {
${servers.join('')}};

/** Makes a client: the first argument of every operation. */
export declare function createClient(options?: ClientOptions<Auth>): Client;

/** The pages of a list, one result after the other. A failure is the last result. */
export declare const pages: Pages;

/** The records of all pages of a list, each as the \`data\` of a result. A failure is the last result. */
export declare const items: Items;

/** The records of all pages of a list in one result, or the failure that kept a page from being read. */
export declare const collect: Collect;

export type { ${clientTypes.join(', ')} } from './runtime/client-types.js';
export type { ${resultTypes.join(', ')} } from './runtime/result-types.js';
export type * from './types.js';
export * from './operations.js';
`;
}

function serversOf(api: ServedApi, publicUrl: string): { name: string; url: string; description?: string }[] {
  const others = listOtherServers(api).map((server) =>
    server.name === 'sandbox' ? { ...server, name: 'sandbox-2' } : server,
  );
  if (api.servers && !api.servers.some(({ isOwn }) => isOwn)) return others;
  return [{ name: api.isPlatform ? 'portal' : 'sandbox', url: publicUrl + api.basePath }, ...others];
}

/** The headers with the request's id and with the seconds to wait, as the responses declare them; else the usual ones. */
function headersOf({ operations }: ServedApi): Pick<ApiDescription, 'requestId' | 'retryAfter'> {
  const responses = operations.flatMap((operation) => Object.values(operation.responses));
  const names = [...new Set(responses.flatMap(({ headers = {} }) => Object.keys(headers)))];
  const requestId =
    names.find((name) => /^(x-)?([a-z]+-)?(request|correlation|trace)-?id$/i.test(name)) ?? 'x-request-id';
  const waits = names.filter((name) => /retry-after(-seconds)?$/i.test(name) && !/^retry-after$/i.test(name));
  return { requestId, retryAfter: ['retry-after', ...waits] };
}
