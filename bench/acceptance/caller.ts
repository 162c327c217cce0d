import assert from 'node:assert/strict';

/** A response as the rows look at it. */
export interface Got {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: rows look into bodies of every shape.
  body: any;
}

interface Sent {
  /** JSON unless it is a text. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Somebody with a new workspace of their own, who knows only the portal's address. */
export interface Caller {
  origin: string;
  key: string;
  /** Sends `GET /sandbox/notas/v1/company` without a key. */
  send(request: string, sent?: Sent): Promise<Got>;
  notas(request: string, sent?: Sent): Promise<Got>;
  gestor(request: string, sent?: Sent): Promise<Got>;
  recebiveis(request: string, sent?: Sent): Promise<Got>;
  crm(request: string, sent?: Sent): Promise<Got>;
  platform(request: string, sent?: Sent): Promise<Got>;
  /** Moves the workspace's clock. */
  advance(seconds: number): Promise<void>;
  /** The events of an API, oldest first. */
  events(api: string): Promise<{ type: string; payload: Record<string, unknown> }[]>;
}

/** Opens a workspace at a portal. */
export async function openCaller(origin: string): Promise<Caller> {
  const send: Caller['send'] = (request, sent) => sendTo(origin, request, sent);
  const { status, body } = await send('POST /platform/v1/guest_workspaces');
  assert.equal(status, 201, JSON.stringify(body));
  const key = body.api_key.secret as string;
  const below =
    (path: string, headers: Record<string, string>) =>
    (request: string, sent: Sent = {}) =>
      send(request.replace(' ', ` ${path}`), { ...sent, headers: { ...headers, ...sent.headers } });
  const bearer = { authorization: `Bearer ${key}` };
  const platform = below('/platform/v1', bearer);
  return {
    origin,
    key,
    send,
    notas: below('/sandbox/notas/v1', { authorization: `Basic ${btoa(`${key}:x`)}` }),
    gestor: below('/sandbox/gestor/v1', { apiKey: key, 'content-type': 'application/json; charset=utf-8' }),
    recebiveis: below('/sandbox/recebiveis/v2', bearer),
    crm: below('/sandbox/crm', bearer),
    platform,
    advance: async (seconds) => {
      const moved = await platform('PATCH /workspace/clock', { body: { advance_seconds: seconds } });
      assert.equal(moved.status, 200, JSON.stringify(moved.body));
    },
    events: async (api) => (await platform(`GET /events?limit=100&api=${api}`)).body.data,
  };
}

async function sendTo(origin: string, request: string, { body, headers = {} }: Sent = {}): Promise<Got> {
  const [method = 'GET', path = ''] = request.split(/ (.*)/s);
  const isText = typeof body === 'string';
  const response = await fetch(origin + path, {
    method,
    headers: { ...(body !== undefined && !isText && { 'content-type': 'application/json' }), ...headers },
    body: body === undefined || isText ? (body as string | undefined) : JSON.stringify(body),
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
