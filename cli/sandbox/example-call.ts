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
  if (key === undefined || !scheme) return `curl ${word(url)}`;
  if (scheme.type === 'apiKey' && scheme.in === 'query')
    return `curl ${word(`${url}?${encodeURIComponent(scheme.name ?? '')}=${key}`)}`;
  return `curl ${credential(scheme, key)} ${word(url)}`;
}

function credential(scheme: SecurityScheme, key: string): string {
  if (scheme.type === 'apiKey')
    return scheme.in === 'cookie' ? `-b ${word(`${scheme.name}=${key}`)}` : `-H ${word(`${scheme.name}: ${key}`)}`;
  const isBasic = scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic';
  return isBasic ? `-u ${word(`${key}:`)}` : `-H ${word(`Authorization: Bearer ${key}`)}`;
}

/** A text as one word of a POSIX shell, whatever is in it; control characters, which terminals obey, are left out. */
function word(text: string): string {
  const shown = text.replaceAll(/\p{Cc}/gu, '');
  if (/^[\w@%+=:,./-]+$/.test(shown)) return shown;
  return /["$`\\!]/.test(shown) ? `'${shown.replaceAll("'", `'\\''`)}'` : `"${shown}"`;
}
