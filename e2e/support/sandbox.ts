import type { Portal } from '../../scripts/portal-process.ts';

interface SandboxResponse {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the response's shape, and fails if it differs.
  body: any;
}

/** Calls a sandbox: `call('POST', '/customers', {…})`. */
export type Call = (method: string, path: string, body?: unknown) => Promise<SandboxResponse>;

/** Creates a guest workspace and returns its key. */
export async function newGuestKey(portal: Portal): Promise<string> {
  const { status, body } = await request(`${portal.origin}/platform/v1/guest_workspaces`, { method: 'POST' });
  if (status !== 201) throw new Error(`No guest workspace: ${status} ${JSON.stringify(body)}`);
  return body.api_key.secret;
}

/** Authorization headers for a key, as HTTP Basic and as a bearer token. */
export const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:x`).toString('base64')}` });
export const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

/** Returns a function that calls paths below `path` and sends `headers` with each request. */
export function caller(portal: Portal, path: string, headers: Record<string, string> = {}): Call {
  return (method, rest, body) => {
    const content: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    return request(`${portal.origin}${path}${rest}`, {
      method,
      headers: { ...content, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };
}

async function request(url: string, init: RequestInit): Promise<SandboxResponse> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
}
