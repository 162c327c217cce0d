import type { SecurityData } from '../documents/operation-data.ts';

/** Where the key goes in a request; for a `client` it is the id and the secret joined with a colon. */
export type Credential =
  | { kind: 'basic' | 'bearer' | 'client' }
  | { kind: 'header' | 'query' | 'cookie'; name: string };

function credentialFor(scheme: SecurityData): Credential | undefined {
  if (scheme.credential) return { kind: 'client' };
  if (scheme.type === 'apiKey') {
    const name = scheme.parameterName ?? 'apiKey';
    return scheme.in === 'query' || scheme.in === 'cookie' ? { kind: scheme.in, name } : { kind: 'header', name };
  }
  if (scheme.type === 'http') return scheme.scheme?.toLowerCase() === 'basic' ? { kind: 'basic' } : { kind: 'bearer' };
  // A client certificate is not sent in the request.
  return scheme.type === 'mutualTLS' ? undefined : { kind: 'bearer' };
}

/** Lists every place where one security alternative puts the key. */
export function credentialsFor(alternative: SecurityData[]): Credential[] {
  return alternative.map(credentialFor).filter((credential) => credential !== undefined);
}

/** The OAuth scheme of an alternative, whose requests carry an access token instead of the key. */
export function findOAuth(alternative: SecurityData[]): SecurityData | undefined {
  return alternative.find(({ type }) => type === 'oauth2');
}

/** Whether an alternative takes the id and secret of an OAuth client instead of a key. */
export function takesClient(alternative: SecurityData[]): boolean {
  return alternative.some(({ credential }) => credential === 'oauth_client');
}

/** The header for a credential; undefined for query and cookie credentials. */
export function credentialHeader(credential: Credential, key: string): [string, string] | undefined {
  if (credential.kind === 'basic') return ['Authorization', `Basic ${btoa(`${key}:x`)}`];
  if (credential.kind === 'client') return ['Authorization', `Basic ${btoa(key)}`];
  if (credential.kind === 'bearer') return ['Authorization', `Bearer ${key}`];
  return credential.kind === 'header' ? [credential.name, key] : undefined;
}

const SHOWN_START = 'sk_test_'.length;

/** Masks a key for display: enough to recognize it, not enough to use it. */
export function maskKey(key: string): string {
  return `${key.slice(0, SHOWN_START)}••••${key.slice(-4)}`;
}
