import type { ConsoleClient } from './console-client.ts';
import { PlatformError, toPlatformError } from './platform-error.ts';

export interface AccessToken {
  secret: string;
  scopes: string[];
  /** ISO 8601. */
  expiresAt: string;
}

/** Gets a token with some scopes by client credentials; rejects with a PlatformError, 401 when the secret is not good. */
export async function requestToken(
  serverUrl: string,
  client: Pick<ConsoleClient, 'id' | 'secret'>,
  scopes: string[],
): Promise<AccessToken> {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scopes.length > 0) form.set('scope', scopes.join(' '));
  let response: Response;
  try {
    response = await fetch(`${serverUrl}/oauth/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` },
      body: form,
      credentials: 'omit',
    });
  } catch (error) {
    throw toPlatformError(error, undefined);
  }
  const body = await response.json().catch(() => undefined);
  if (!response.ok) {
    const message = body?.error_description ?? body?.error ?? `HTTP ${response.status}`;
    throw new PlatformError(response.status === 429 ? 'limited' : 'refused', message, response);
  }
  return {
    secret: body.access_token,
    scopes: String(body.scope ?? '').split(' '),
    expiresAt: new Date(Date.now() + body.expires_in * 1000).toISOString(),
  };
}
