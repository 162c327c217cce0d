import type { OAuthCredentials } from './client-types.ts';
import { encodeBase64 } from './credentials.ts';

/** Gets an access token for an OAuth client. */
export type FetchToken = (tokenUrl: string, client: OAuthCredentials) => Promise<string>;

interface Token {
  access_token?: string;
  expires_in?: number;
  error?: string;
  error_description?: string;
}

/** Seconds before the end of a token at which the next is fetched. */
const early = 30;

/** Gets access tokens by client credentials (RFC 6749, 4.4), and keeps each until shortly before it expires. */
export function tokenSource(baseUrl: string, send: (request: Request) => Promise<Response>): FetchToken {
  const tokens = new Map<string, { token: Promise<string>; until: number }>();
  return (tokenUrl, client) => {
    const key = JSON.stringify([tokenUrl, client]);
    const known = tokens.get(key);
    if (known && known.until > Date.now()) return known.token;
    const kept = { token: fetchToken(), until: Number.POSITIVE_INFINITY };
    tokens.set(key, kept);
    kept.token.catch(() => tokens.delete(key));
    return kept.token;

    async function fetchToken(): Promise<string> {
      const { clientId, clientSecret, scope } = client;
      const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) });
      // Each part is form-encoded before the two are joined (RFC 6749, 2.3.1).
      const pair = [clientId, clientSecret].map(encodeURIComponent).join(':');
      const headers = { authorization: `Basic ${encodeBase64(pair)}` };
      const response = await send(new Request(new URL(tokenUrl, baseUrl), { method: 'POST', headers, body: form }));
      const { access_token, expires_in, error, error_description } = (await response.json()) as Token;
      if (!access_token) throw new Error(`No access token: ${error_description ?? error ?? `HTTP ${response.status}`}`);
      kept.until = expires_in === undefined ? 0 : Date.now() + (expires_in - early) * 1000;
      return access_token;
    }
  };
}
