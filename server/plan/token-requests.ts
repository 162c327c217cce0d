import type { OpenApiDocument, SecurityScheme } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import type { Operation } from '../openapi/operations.ts';
import { pathsOfServers } from '../openapi/paths-of-servers.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { hasProfile } from './has-profile.ts';
import { plain } from './names.ts';
import type { ServedApi } from './served-api.ts';

/** What a request for a token has, besides what all requests have. */
const asked = /^(granttype|clientsecret|refreshtoken|password|assertion|clientassertion)$/;

/**
 * Whether a request is one for an access token: to where a flow of the document gets them, or to an operation that takes a grant or a
 * secret, and answers with a token. A profile says itself what its operations do.
 */
export function asksForToken(
  api: Pick<ServedApi, 'document' | 'slug' | 'isPlatform' | 'written'>,
  operation: Operation | undefined,
  { method, pathBelow = '' }: { method: string; pathBelow?: string | undefined },
): boolean {
  if (api.isPlatform || method !== 'POST' || hasProfile(api)) return false;
  return tokenPaths(api).has(pathBelow.replace(/\/$/, '')) || (operation ? givesToken(operation, api.document) : false);
}

/** The paths below an API's address that its flows name, whichever of its servers they are below. */
const tokenPaths = memoize((api: Pick<ServedApi, 'document' | 'slug' | 'isPlatform'>): Set<string> => {
  const { document } = api;
  const schemes = Object.values(document.components?.securitySchemes ?? {});
  const flows = schemes.flatMap((scheme) => Object.values(resolve<SecurityScheme>(document, scheme).flows ?? {}));
  const urls = flows.flatMap(({ tokenUrl, refreshUrl }) => [tokenUrl, refreshUrl]).filter((url) => url !== undefined);
  const paths = urls.flatMap((url) => URL.parse(url, 'http://localhost')?.pathname.replace(/\/$/, '') || []);
  const bases = pathsOfServers(api).filter((base) => base !== '');
  const below = paths.flatMap((path) =>
    bases.flatMap((base) => (path.startsWith(`${base}/`) ? path.slice(base.length) : [])),
  );
  return new Set([...paths, ...below]);
});

const givesToken = memoize((operation: Operation, document: OpenApiDocument): boolean => {
  const { method, parameters, requestBody, responses } = operation;
  if (method !== 'post') return false;
  const bodies = Object.values(requestBody?.content ?? {}).map(({ schema }) => shapeOf(document, schema).properties);
  const taken = [...parameters.map(({ name }) => name), ...bodies.flatMap(Object.keys)];
  if (!taken.some((name) => asked.test(plain(name)))) return false;
  const good = Object.keys(responses).filter((status) => /^2/.test(status));
  const contents = good.flatMap((status) => Object.values(responses[status]?.content ?? {}));
  return contents.some(({ schema }) => Object.keys(shapeOf(document, schema).properties).some(isAccessToken));
});

/** Whether a property of a response is the token itself. */
export function isAccessToken(name: string): boolean {
  return plain(name) === 'accesstoken';
}
