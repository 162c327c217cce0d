import type { SecurityData } from '../documents/operation-data.ts';

/** Where the key goes in a call; the key of a `client` is its id and its secret, with a colon in between. */
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
  // A client certificate is no matter of a key.
  return scheme.type === 'mutualTLS' ? undefined : { kind: 'bearer' };
}

/** Reads one security alternative: every place where the key goes. */
export function credentialsFor(alternative: SecurityData[]): Credential[] {
  return alternative.map(credentialFor).filter((credential) => credential !== undefined);
}

/** The OAuth scheme of an alternative, for which a call goes with a token instead of the key. */
export function findOAuth(alternative: SecurityData[]): SecurityData | undefined {
  return alternative.find(({ type }) => type === 'oauth2');
}

/** Whether an alternative takes the id and the secret of an OAuth client, and no key. */
export function takesClient(alternative: SecurityData[]): boolean {
  return alternative.some(({ credential }) => credential === 'oauth_client');
}

/** The header that a credential becomes; undefined for the query and for cookies. */
export function credentialHeader(credential: Credential, key: string): [string, string] | undefined {
  if (credential.kind === 'basic') return ['Authorization', `Basic ${btoa(`${key}:x`)}`];
  if (credential.kind === 'client') return ['Authorization', `Basic ${btoa(key)}`];
  if (credential.kind === 'bearer') return ['Authorization', `Bearer ${key}`];
  return credential.kind === 'header' ? [credential.name, key] : undefined;
}

const SHOWN_START = 'sk_test_'.length;

/** A key as it is shown: enough to recognise it, not enough to use it. */
export function maskKey(key: string): string {
  return `${key.slice(0, SHOWN_START)}••••${key.slice(-4)}`;
}
