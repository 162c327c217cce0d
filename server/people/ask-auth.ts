import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '../context.ts';
import type { AccountCall } from './account-call.ts';
import {
  accountExists,
  expiredLink,
  invalidEmail,
  invalidSignIn,
  notSignedIn,
  wrongPassword,
} from './account-refusals.ts';
import { accountPath } from './auth.ts';

export interface AuthAnswer {
  user: { id: string; name: string; email: string; email_confirmed: boolean };
  cookies: string[];
}

interface AuthBody {
  code?: string;
  user?: { id: string; name: string; email: string; emailVerified: boolean };
}

/**
 * Calls better-auth; throws a Refusal where it refuses. The request's cookies are passed on only for signed-in persons, so
 * that cookies already in a browser cannot affect a new session.
 */
export async function askAuth(
  { context: { people, config }, headers }: AccountCall,
  path: string,
  body: Record<string, unknown>,
  { asPerson = false } = {},
): Promise<AuthAnswer> {
  const { origin } = new URL(config.publicUrl);
  const sent = new Headers({ origin, 'content-type': 'application/json' });
  for (const name of ['user-agent', 'accept-language', ...(asPerson ? ['cookie'] : [])]) {
    const value = headers[name];
    if (value !== undefined) sent.set(name, value);
  }
  const request = new Request(origin + accountPath + path, {
    method: 'POST',
    headers: sent,
    body: JSON.stringify(body),
  });
  const auth = await people.auth();
  const response = await auth.handler(request);
  const answer = ((await response.json().catch(() => null)) ?? {}) as AuthBody;
  if (!response.ok) throw refusalOf(response.status, answer.code, body);
  const {
    id = '',
    name = '',
    email = people.emailsOfResets.get(request) ?? '',
    emailVerified = false,
  } = answer.user ?? {};
  // The body contains the session's token, which belongs only in the cookie.
  return { user: { id, name, email, email_confirmed: emailVerified }, cookies: response.headers.getSetCookie() };
}

/** Extends the session of a returning person, at most once a day; returns the cookies to set. */
export async function prolongSession(
  { people, config }: Context,
  { cookie = '' }: IncomingHttpHeaders,
): Promise<string[]> {
  const address = `${new URL(config.publicUrl).origin}${accountPath}/get-session`;
  const auth = await people.auth();
  return (await auth.handler(new Request(address, { headers: { cookie } }))).headers.getSetCookie();
}

function refusalOf(status: number, code: string | undefined, body: Record<string, unknown>): Error {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
      return invalidSignIn();
    case 'USER_ALREADY_EXISTS':
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
    case 'FAILED_TO_CREATE_USER':
      return accountExists(body.email);
    case 'INVALID_TOKEN':
    case 'USER_NOT_FOUND':
      return expiredLink();
    case 'INVALID_PASSWORD':
      return wrongPassword();
    case 'INVALID_EMAIL':
    case 'VALIDATION_ERROR':
      return invalidEmail();
  }
  return status === 401 ? notSignedIn() : new Error(`better-auth answered ${status} ${code}.`);
}
