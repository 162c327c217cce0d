import type { BasicCredentials, OAuthCredentials, Secret } from './client-types.ts';
import type { ApiDescription, OperationDescription, Scheme } from './description.ts';
import type { FetchToken } from './oauth-token.ts';

/** Where the credentials of a request go. */
export interface Carrier {
  headers: Headers;
  query: string[];
  cookies: string[];
}

type Auth = Record<string, unknown>;

/** Adds what the operation asks for: the first alternative for which there are credentials. */
export async function addCredentials(
  { schemes, security }: ApiDescription,
  operation: OperationDescription,
  auth: Auth,
  carrier: Carrier,
  fetchToken: FetchToken,
): Promise<void> {
  const alternatives = operation.security ?? security;
  const isGiven = (name: string) => auth[name] !== undefined;
  const chosen =
    alternatives.find((names) => names.length > 0 && names.every(isGiven)) ??
    alternatives.find((names) => names.some(isGiven));
  for (const name of chosen ?? []) {
    const scheme = schemes[name];
    if (scheme && isGiven(name)) await addCredential(scheme, auth[name], carrier, fetchToken);
  }
}

async function addCredential(
  scheme: Scheme,
  given: unknown,
  { headers, query, cookies }: Carrier,
  fetchToken: FetchToken,
): Promise<void> {
  if (scheme.type === 'basic') {
    headers.set('authorization', `Basic ${await basic(given as BasicCredentials)}`);
    return;
  }
  const isClient = typeof given === 'object' && scheme.tokenUrl !== undefined;
  const secret = isClient
    ? await fetchToken(scheme.tokenUrl as string, given as OAuthCredentials)
    : await read(given as Secret);
  const name = scheme.name ?? '';
  if (scheme.type === 'bearer') headers.set('authorization', `Bearer ${secret}`);
  else if (scheme.type === 'header') headers.set(name, secret);
  else if (scheme.type === 'query') query.push(`${encodeURIComponent(name)}=${encodeURIComponent(secret)}`);
  else cookies.push(`${name}=${secret}`);
}

async function basic(given: BasicCredentials): Promise<string> {
  const pair = typeof given === 'object' ? `${given.username}:${given.password ?? ''}` : withColon(await read(given));
  return encodeBase64(pair);
}

/** A key alone is the user name. */
function withColon(secret: string): string {
  return secret.includes(':') ? secret : `${secret}:`;
}

/** `btoa` takes bytes, not letters with accents. */
export function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function read(given: Secret): string | Promise<string> {
  return typeof given === 'function' ? given() : given;
}
