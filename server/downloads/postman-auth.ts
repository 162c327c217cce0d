import { schemesOf } from '../dialect/credentials.ts';
import type { SecurityScheme } from '../openapi/document-types.ts';
import { isOpen } from '../openapi/is-open.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import type { Operation } from '../openapi/operations.ts';
import type { PostmanAuth } from './postman-types.ts';

/** How Postman sends the credential that the operation's security asks for: the variable `apiKey`, or another value. */
export function postmanAuth(api: ApiDocument, operation: Operation | undefined): PostmanAuth {
  const [scheme] = schemesOf(api.document, operation);
  return (operation && isOpen(api, operation)) || !scheme ? { type: 'noauth' } : authOf(scheme);
}

function authOf(scheme: SecurityScheme): PostmanAuth {
  const text = (key: string, value: string) => ({ key, value, type: 'string' });
  if (scheme.type === 'apiKey') {
    return {
      type: 'apikey',
      apikey: [text('key', scheme.name ?? ''), text('value', '{{apiKey}}'), text('in', scheme.in ?? 'header')],
    };
  }
  if (scheme['x-credential'] === 'oauth_client') {
    return {
      type: 'basic',
      basic: [text('username', '{{oauth_client_id}}'), text('password', '{{oauth_client_secret}}')],
    };
  }
  if (scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic') {
    return { type: 'basic', basic: [text('username', '{{apiKey}}'), text('password', 'x')] };
  }
  return { type: 'bearer', bearer: [text('token', '{{apiKey}}')] };
}
