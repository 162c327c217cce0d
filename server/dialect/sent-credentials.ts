import type { IncomingHttpHeaders } from 'node:http';
import type { SecurityScheme } from '../openapi/document-types.ts';

/** What of a request may carry credentials. */
export interface Sent {
  headers: IncomingHttpHeaders;
  query: URLSearchParams;
}

/** How a key is taken where a document says nothing: as Bearer, and after any other word. */
export const undeclared: SecurityScheme = { type: 'http', scheme: 'bearer' };

/** More pieces than any way of writing a key has. */
const mostPieces = 16;

/**
 * The key of a request by one of these schemes: what `isKey` knows by its form, wherever it stands among several (an id and a secret, a
 * user and a password, `Token token="…"`), else the first that was sent; undefined if none was.
 */
export function findCredential(
  schemes: SecurityScheme[],
  sent: Sent,
  isKey: (text: string) => boolean,
): string | undefined {
  const values = schemes.map((scheme) => valuesOf(scheme, sent));
  return (
    values.flat().find((value) => value !== undefined && isKey(value)) ?? values.map(([first]) => first).find(Boolean)
  );
}

export function isBasic({ type, scheme }: SecurityScheme): boolean {
  return type === 'http' && scheme?.toLowerCase() === 'basic';
}

/** The name that somebody signs in by, whose password is the key: `AC0123` of HTTP Basic. */
export function findAccount(
  { authorization = '' }: IncomingHttpHeaders,
  isKey: (text: string) => boolean,
): string | undefined {
  const [user = '', password = ''] = halvesOfBasic({ authorization });
  return user !== '' && isKey(password) && !isKey(user) ? user : undefined;
}

/** The user and the password of HTTP Basic; none where it is not sent. */
export function halvesOfBasic({ authorization = '' }: IncomingHttpHeaders): string[] {
  const [kind = '', value = ''] = authorization.trim().split(/ +/, 2);
  return kind.toLowerCase() === 'basic' ? halvesOf(value) : [];
}

/** What may be the key of a scheme; the first of them stands where a key is expected. */
function valuesOf(scheme: SecurityScheme, { headers, query }: Sent): (string | undefined)[] {
  if (scheme.type === 'apiKey') {
    const name = scheme.name ?? '';
    if (scheme.in === 'query') return [query.get(name) ?? undefined];
    if (scheme.in === 'cookie') return [findCookie(headers.cookie, name)];
    const header = headers[name.toLowerCase()];
    const value = ((Array.isArray(header) ? header[0] : header) ?? '').trim();
    // Many documents describe `Authorization: Token <key>` so; no key of a sandbox has a space.
    const isAuthorization = name.toLowerCase() === 'authorization';
    // A header that was sent twice has a comma, and is no key.
    const pieces = isAuthorization || !value.includes(',') ? piecesOf(value) : [];
    return [isAuthorization ? value.split(/ +/).at(-1) : value, ...pieces];
  }
  const written = headers.authorization?.trim() ?? '';
  const [kind = '', value = ''] = written.split(/ +/, 2);
  const word = kind.toLowerCase();
  if (isBasic(scheme) || (scheme === undeclared && word === 'basic')) return word === 'basic' ? halvesOf(value) : [];
  if (scheme === undeclared) return [word === 'bearer' ? value : undefined, ...piecesOf(written)];
  return word === 'bearer' || (scheme.type === 'http' && word === scheme.scheme?.toLowerCase()) ? [value] : [];
}

/** `Token token="…", user=…` in its parts. */
function piecesOf(value: string): string[] {
  return value.split(/[\s=:;,"']+/, mostPieces);
}

/** The user and the password: vendors differ in which of the two is the key. */
function halvesOf(encoded: string): string[] {
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
}

function findCookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || undefined;
}
