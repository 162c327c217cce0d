import { shellWord } from '../../scripts/site/works/shell-word.ts';
import { schemesOf } from '../../server/dialect/credentials.ts';
import type { SecurityScheme } from '../../server/openapi/document-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';

/**
 * A command that calls an API at once: the first operation that reads and needs nothing, with the key where it belongs. People
 * paste it into a shell, so nothing that the document says is more than a word there.
 */
export function exampleCall(api: ServedApi, address: string, key: string | undefined): string {
  const operation = api.operations.find(
    ({ method, path, parameters }) =>
      method === 'get' && !path.includes('{') && !parameters.some(({ required }) => required),
  );
  const [scheme] = schemesOf(api.document, operation);
  const url = address + (operation?.path ?? '/');
  if (key === undefined || !scheme) return `curl ${shellWord(url)}`;
  if (scheme.type === 'apiKey' && scheme.in === 'query')
    return `curl ${shellWord(`${url}?${encodeURIComponent(scheme.name ?? '')}=${key}`)}`;
  return `curl ${credential(scheme, key)} ${shellWord(url)}`;
}

function credential(scheme: SecurityScheme, key: string): string {
  if (scheme.type === 'apiKey')
    return scheme.in === 'cookie'
      ? `-b ${shellWord(`${scheme.name}=${key}`)}`
      : `-H ${shellWord(`${scheme.name}: ${key}`)}`;
  const isBasic = scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic';
  return isBasic ? `-u ${shellWord(`${key}:`)}` : `-H ${shellWord(`Authorization: Bearer ${key}`)}`;
}
