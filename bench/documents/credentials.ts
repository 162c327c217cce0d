import { schemesOf } from '../../server/dialect/credentials.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';

/** The places where an API's document expects the key. */
export function credentialsFor(
  { document }: ServedApi,
  operation: Operation,
  key: string,
): { headers: Record<string, string>; query: Record<string, string> } {
  const [scheme] = schemesOf(document, operation);
  if (scheme?.type === 'apiKey') {
    const name = scheme.name ?? '';
    if (scheme.in === 'query') return { headers: {}, query: { [name]: key } };
    return {
      headers: scheme.in === 'cookie' ? { cookie: `${name}=${key}` } : { [name.toLowerCase()]: key },
      query: {},
    };
  }
  const isBasic = scheme?.type === 'http' && scheme.scheme?.toLowerCase() === 'basic';
  const authorization = isBasic ? `Basic ${Buffer.from(`${key}:x`).toString('base64')}` : `Bearer ${key}`;
  return { headers: { authorization }, query: {} };
}
