import { schemesOf } from '../../server/dialect/credentials.ts';
import type { SecurityScheme } from '../../server/openapi/document-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';

/** A command that calls an API at once: the first operation that reads and needs nothing, with the key where it belongs. */
export function exampleCall(api: ServedApi, address: string, key: string | undefined): string {
  const operation = api.operations.find(
    ({ method, path, parameters }) =>
      method === 'get' && !path.includes('{') && !parameters.some(({ required }) => required),
  );
  const [scheme] = schemesOf(api.document, operation);
  const url = address + (operation?.path ?? '/');
  if (key === undefined || !scheme) return `curl ${url}`;
  if (scheme.type === 'apiKey' && scheme.in === 'query') return `curl "${url}?${scheme.name}=${key}"`;
  return `curl ${credential(scheme, key)} ${url}`;
}

function credential(scheme: SecurityScheme, key: string): string {
  if (scheme.type === 'apiKey')
    return scheme.in === 'cookie' ? `-b "${scheme.name}=${key}"` : `-H "${scheme.name}: ${key}"`;
  const isBasic = scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic';
  return isBasic ? `-u ${key}:` : `-H "Authorization: Bearer ${key}"`;
}
