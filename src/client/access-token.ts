import { createAccessToken } from '../generated/platform/sdk.gen.ts';
import type { ConsoleClient } from './console-client.ts';
import { platformClient } from './platform-client.ts';

export interface AccessToken {
  secret: string;
  scopes: string[];
  /** ISO 8601. */
  expiresAt: string;
}

/** Requests a token by client credentials; rejects with a PlatformError, 401 if the secret is invalid. */
export async function requestToken(
  serverUrl: string,
  client: Pick<ConsoleClient, 'id' | 'secret'>,
  scopes: string[],
): Promise<AccessToken> {
  const { data } = await createAccessToken({
    client: platformClient(serverUrl),
    // The OAuth endpoints are at the root of the server, not below the API's base path.
    baseUrl: serverUrl,
    auth: `${client.id}:${client.secret}`,
    body: { grant_type: 'client_credentials', ...(scopes.length > 0 && { scope: scopes.join(' ') }) },
    credentials: 'omit',
    throwOnError: true,
  });
  return {
    secret: data.access_token,
    scopes: data.scope.split(' '),
    expiresAt: new Date(Date.now() + data.expires_in * 1000).toISOString(),
  };
}
