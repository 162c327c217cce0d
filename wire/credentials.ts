import { percentEncode } from './percent-encode.ts';

/** Where the key goes in a request; for a `client` it is the id and the secret joined with a colon. */
export type Credential =
  | { kind: 'basic' | 'bearer' | 'client' }
  | { kind: 'query' | 'cookie'; name: string }
  /** `prefix` stands before the key: `Token abc`. */
  | { kind: 'header'; name: string; prefix?: string };

/** One key for all places, or one for each. */
export type Keys = string | ((credential: Credential) => string);

/** What a document says of a security scheme. */
export interface SchemeFacts {
  type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** For `http`. */
  scheme?: string;
  /** For `apiKey`. */
  in?: 'header' | 'query' | 'cookie';
  parameterName?: string;
  /** The word that stands before the key in the header. */
  prefix?: string;
  /** Set if the scheme carries something other than the key. */
  credential?: 'oauth_client';
}

function credentialFor(scheme: SchemeFacts): Credential | undefined {
  if (scheme.credential) return { kind: 'client' };
  if (scheme.type === 'apiKey') {
    const { parameterName: name = 'apiKey', prefix } = scheme;
    if (scheme.in === 'query' || scheme.in === 'cookie') return { kind: scheme.in, name };
    return { kind: 'header', name, ...(prefix && { prefix }) };
  }
  if (scheme.type === 'http') return scheme.scheme?.toLowerCase() === 'basic' ? { kind: 'basic' } : { kind: 'bearer' };
  // A client certificate is not sent in the request.
  return scheme.type === 'mutualTLS' ? undefined : { kind: 'bearer' };
}

/**
 * Lists every place where one security alternative puts the key. A request has one `Authorization` (RFC 9110, 11.6.2), so the first
 * scheme that needs it gets it; where only a certificate is asked for, the key goes as a bearer token.
 */
export function credentialsFor(alternative: SchemeFacts[]): Credential[] {
  const places = alternative.map(credentialFor).filter((credential) => credential !== undefined);
  const isAuthorization = (credential: Credential) => /^authorization$/i.test(headerNameOf(credential) ?? '');
  const kept = places.filter((place) => !isAuthorization(place) || place === places.find(isAuthorization));
  return kept.length > 0 || alternative.length === 0 ? kept : [{ kind: 'bearer' }];
}

/** The index of the alternative to send: the first that has a scheme, so that a key is sent where it may be. */
export function usualAlternative(alternatives: unknown[][]): number {
  return Math.max(
    alternatives.findIndex((alternative) => alternative.length > 0),
    0,
  );
}

/** The alternatives of an operation. A sandbox requires a key even if the document asks for none: by `bearer`. */
export function alternativesOf<T extends SchemeFacts>(declared: T[][], isPlatform: boolean, bearer: T): T[][] {
  if (isPlatform) return declared.length > 0 ? declared : [[]];
  return declared.some((alternative) => alternative.length > 0) ? declared : [...declared, [bearer]];
}

function headerNameOf(credential: Credential): string | undefined {
  if (credential.kind === 'header') return credential.name;
  return credential.kind === 'query' || credential.kind === 'cookie' ? undefined : 'Authorization';
}

/** The header for a credential; undefined for query and cookie credentials. */
export function credentialHeader(credential: Credential, keys: Keys): [string, string] | undefined {
  const name = headerNameOf(credential);
  const key = keyOf(keys, credential);
  if (name === undefined) return undefined;
  if (credential.kind === 'basic') return [name, `Basic ${btoa(`${key}:x`)}`];
  if (credential.kind === 'client') return [name, `Basic ${btoa(key)}`];
  const prefix = credential.kind === 'bearer' ? 'Bearer' : credential.kind === 'header' ? credential.prefix : undefined;
  return [name, prefix ? `${prefix} ${key}` : key];
}

/** The key for one place. */
export function keyOf(keys: Keys, credential: Credential): string {
  return typeof keys === 'string' ? keys : keys(credential);
}

/** The `name=value` pairs of a request's cookies, with those of its key. */
export function cookiesWithKey(
  { cookies, credentials }: { cookies: string[]; credentials: Credential[] },
  keys: Keys,
): string[] {
  const ofKey = credentials.flatMap((each) => (each.kind === 'cookie' ? [`${each.name}=${keyOf(keys, each)}`] : []));
  return [...cookies, ...ofKey];
}

/** Adds a key that is sent in the query to the URL. */
export function urlWithKey({ url, credentials }: { url: string; credentials: Credential[] }, keys: Keys): string {
  const pairs = credentials.flatMap((credential) =>
    credential.kind === 'query' ? [`${percentEncode(credential.name)}=${percentEncode(keyOf(keys, credential))}`] : [],
  );
  return pairs.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}
