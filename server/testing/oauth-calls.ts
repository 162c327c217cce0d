import assert from 'node:assert/strict';
import { freePort } from '../net/free-port.ts';
import type { OpenTestDatabase } from './test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from './test-portal.ts';

/** A client's credentials, real or invented. */
export interface OAuthClient {
  id: string;
  secret: string;
}

type Headers = Record<string, string>;

/** Requests for tests of OAuth. */
export interface OAuthCalls {
  platform(request: string, body?: unknown): Promise<TestAnswer>;
  newClient(scopes: string[], fields?: object): Promise<OAuthClient>;
  /** Sends a form to an OAuth endpoint. */
  send(
    path: string,
    form: string | Record<string, string>,
    headers?: Headers,
  ): Promise<{ status: number; headers: globalThis.Headers; body: TestAnswer['body'] }>;
  tokenOf(client: OAuthClient, more?: Record<string, string>): Promise<string>;
  /** Reads an address with a token. */
  get(path: string, token: string): Promise<{ status: number; challenge: string; body: { code: string } }>;
}

/** A portal that listens at its public address, for clients that discover everything from it. */
export async function startListeningPortal(
  open: OpenTestDatabase,
  now = () => new Date(),
): Promise<{ portal: TestPortal; origin: string }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { PUBLIC_URL: origin, SPECS_PATH: 'specs:e2e/specs' };
  const portal = await startTestPortal({ open, now, env });
  await portal.app.listen({ port, host: '127.0.0.1' });
  return { portal, origin };
}

/** The header by which a client authenticates. */
export function basic({ id, secret }: OAuthClient): Headers {
  return { authorization: `Basic ${btoa(`${id}:${secret}`)}` };
}

/** Calls on a portal that may start later; its address and the key that creates clients are read at each call. */
export function oauthCalls(read: () => { portal: TestPortal; origin: string; key: string }): OAuthCalls {
  const platform: OAuthCalls['platform'] = (request, body) => {
    const { portal, key } = read();
    return portal.call(request.replace(' ', ' /platform/v1'), { key, body });
  };
  const send: OAuthCalls['send'] = async (path, form, headers = {}) => {
    const response = await fetch(read().origin + path, { method: 'POST', headers, body: new URLSearchParams(form) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  };
  return {
    platform,
    send,
    newClient: async (scopes, fields = {}) => {
      const { status, body } = await platform('POST /oauth_clients', { name: 'ERP', scopes, ...fields });
      assert.equal(status, 201, JSON.stringify(body));
      return body;
    },
    tokenOf: async (client, more = {}) => {
      const form = { grant_type: 'client_credentials', ...more };
      const { status, body } = await send('/oauth/token', form, basic(client));
      assert.equal(status, 200, JSON.stringify(body));
      return body.access_token;
    },
    get: async (path, token) => {
      const response = await fetch(read().origin + path, { headers: { authorization: `Bearer ${token}` } });
      return {
        status: response.status,
        challenge: response.headers.get('www-authenticate') ?? '',
        body: (await response.json()) as { code: string },
      };
    },
  };
}
