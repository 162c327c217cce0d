import { OAuthError } from './oauth-error.ts';

/** The parameters of a request to an OAuth endpoint. */
export interface OAuthForm {
  get(name: string): string | undefined;
  /** The values of a parameter that may be repeated. */
  all(name: string): string[];
}

const repeatable = ['resource'];

/** Reads a form; parameters without a value count as omitted, and must not be repeated (RFC 6749, 3.2). */
export function readForm(contentType: string | undefined, body: Buffer | undefined): OAuthForm {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? ''))
    throw new OAuthError('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
  const form = new URLSearchParams(body?.toString('utf8') ?? '');
  for (const name of form.keys()) {
    if (!repeatable.includes(name) && form.getAll(name).length > 1)
      throw new OAuthError(
        'invalid_request',
        `Send each parameter once; one was sent ${form.getAll(name).length} times.`,
      );
  }
  return {
    get: (name) => form.get(name) || undefined,
    all: (name) => form.getAll(name).filter(Boolean),
  };
}
