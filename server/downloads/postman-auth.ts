import {
  alternativesOf,
  type Credential,
  credentialHeader,
  credentialsFor,
  usualAlternative,
} from '../../wire/credentials.ts';
import { percentEncode } from '../../wire/percent-encode.ts';
import { schemesOf } from '../dialect/credentials.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import type { Operation } from '../openapi/operations.ts';
import { type RequiredScheme, readAlternatives } from '../openapi/security.ts';
import type { PostmanAuth } from './postman-types.ts';

/** How a request of a collection sends its credentials: Postman knows one for each request, so all others are written out. */
export interface PostmanCredentials {
  auth: PostmanAuth;
  headers: [name: string, value: string][];
  /** Encoded `name=value` pairs. */
  query: string[];
  cookies: string[];
}

const bearer: RequiredScheme = { name: 'key', type: 'http', scheme: 'bearer', scopes: [] };
const key = '{{apiKey}}';

/** The credentials that an operation asks for, and those of the whole API without one. */
export function postmanCredentials(api: ApiDocument, operation: Operation | undefined): PostmanCredentials {
  const credentials = operation ? credentialsOf(api, operation) : usualCredentials(api);
  // Only Postman itself can encode a name and a password.
  const isEncoded = ({ kind }: Credential) => kind === 'basic' || kind === 'client';
  const encoded = credentials.findIndex(isEncoded);
  const at = encoded < 0 ? credentials.findIndex(({ kind }) => kind !== 'cookie') : encoded;
  const inAuth = credentials[at];
  const others = credentials.filter((_, index) => index !== at);
  return {
    auth: inAuth ? authOf(inAuth) : { type: 'noauth' },
    headers: others.flatMap((each) => [credentialHeader(each, key) ?? []].filter((header) => header.length > 0)) as [
      string,
      string,
    ][],
    query: others.flatMap((each) => (each.kind === 'query' ? [`${percentEncode(each.name)}=${key}`] : [])),
    cookies: others.flatMap((each) => (each.kind === 'cookie' ? [`${each.name}=${key}`] : [])),
  };
}

function credentialsOf({ document, isPlatform }: ApiDocument, { security }: Operation): Credential[] {
  const alternatives = alternativesOf(readAlternatives(document, security), isPlatform, bearer);
  return credentialsFor(alternatives[usualAlternative(alternatives)] ?? []);
}

/** Of an API that names no usual alternative, the first scheme of its list. */
function usualCredentials({ document }: ApiDocument): Credential[] {
  const alternatives = readAlternatives(document, document.security ?? []);
  const chosen = alternatives[usualAlternative(alternatives)] ?? [];
  if (chosen.length > 0) return credentialsFor(chosen);
  const [first] = schemesOf(document, undefined);
  return first ? credentialsFor([{ ...first, parameterName: first.name }]) : [];
}

function authOf(credential: Credential): PostmanAuth {
  const text = (name: string, value: string) => ({ key: name, value, type: 'string' });
  switch (credential.kind) {
    case 'client':
      return {
        type: 'basic',
        basic: [text('username', '{{oauth_client_id}}'), text('password', '{{oauth_client_secret}}')],
      };
    case 'basic':
      return { type: 'basic', basic: [text('username', key), text('password', 'x')] };
    case 'bearer':
      return { type: 'bearer', bearer: [text('token', key)] };
    default:
      return {
        type: 'apikey',
        apikey: [
          text('key', credential.name),
          text('value', credentialHeader(credential, key)?.[1] ?? key),
          text('in', credential.kind),
        ],
      };
  }
}
