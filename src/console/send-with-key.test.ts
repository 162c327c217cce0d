import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import type { BuiltRequest } from '../../wire/built-request.ts';
import type { GuestKey } from '../client/guest-key.ts';
import { isKnownKey } from '../client/is-known-key.ts';
import { sendWithKey } from './send-with-key.ts';
import { typedAccount } from './typed-account.ts';

const signal = new AbortController().signal;

function aKey(secret: string): GuestKey {
  return { secret, workspaceId: `w-${secret}`, scopes: [], expiresAt: '2099-01-01T00:00:00Z' };
}

it('tries once more after a 401, and then takes it at its word', async () => {
  const tried: (string | undefined)[] = [];
  let good = 'Bearer new';
  const server = createServer((incoming, outgoing) => {
    tried.push(incoming.headers.authorization);
    outgoing.writeHead(incoming.headers.authorization === good ? 200 : 401).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const request: BuiltRequest = { method: 'GET', url, headers: [], cookies: [], credentials: [{ kind: 'bearer' }] };
  let current = aKey('old');
  const account = {
    getKey: async () => current,
    renewKey: async () => {
      current = aKey('new');
      return current;
    },
  };
  try {
    const first = await sendWithKey(request, account, { signal });
    assert.deepEqual([first.outcome.response?.status, first.key?.workspaceId, first.refused], [200, 'w-new', false]);
    good = 'nobody';
    const second = await sendWithKey(request, account, { signal });
    assert.deepEqual([second.outcome.response?.status, second.refused], [401, true]);
    const open = await sendWithKey({ ...request, credentials: [] }, account, { signal });
    assert.deepEqual([open.outcome.response?.status, open.key], [401, undefined]);
    assert.deepEqual(tried, ['Bearer old', 'Bearer new', 'Bearer new', undefined]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

it('preserves a key if the 401 was simulated', async () => {
  const server = createServer((_incoming, outgoing) =>
    outgoing.writeHead(401, { 'preference-applied': 'code=401' }).end(),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const request: BuiltRequest = { method: 'GET', url, headers: [], cookies: [], credentials: [{ kind: 'bearer' }] };
  const account = { getKey: async () => aKey('mine'), renewKey: () => assert.fail('The key was replaced.') };
  try {
    const { outcome, key, refused } = await sendWithKey(request, account, { signal });
    assert.deepEqual([outcome.response?.status, key?.secret, refused], [401, 'mine', false]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

it('preserves a key that the server knows', async () => {
  const server = createServer((incoming, outgoing) => {
    const isKnown = incoming.url === '/platform/v1/workspace' && incoming.headers.authorization === 'Bearer mine';
    outgoing.writeHead(isKnown ? 403 : 401).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const request: BuiltRequest = {
    method: 'GET',
    url: origin,
    headers: [],
    cookies: [],
    credentials: [{ kind: 'bearer' }],
  };
  const renewKey = async (key: GuestKey) => ((await isKnownKey(origin, key)) ? undefined : aKey('other'));
  try {
    const { outcome, key, refused } = await sendWithKey(
      request,
      { getKey: async () => aKey('mine'), renewKey },
      { signal },
    );
    assert.deepEqual([outcome.response?.status, key?.secret, refused], [401, 'mine', false]);
    assert.equal(await isKnownKey(origin, aKey('revoked')), false);
  } finally {
    server.closeAllConnections();
    server.close();
  }
  assert.equal(await isKnownKey(origin, aKey('mine')), true, 'a server that is away has not said no');
});

it('sends a typed key once, even if it is rejected', async () => {
  const tried: (string | undefined)[] = [];
  const server = createServer((incoming, outgoing) => {
    tried.push(incoming.headers.authorization);
    outgoing.writeHead(401).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const request: BuiltRequest = { method: 'GET', url, headers: [], cookies: [], credentials: [{ kind: 'bearer' }] };
  try {
    const { outcome, refused } = await sendWithKey(request, typedAccount('typed'), { signal });
    assert.deepEqual([outcome.response?.status, refused, tried], [401, false, ['Bearer typed']]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
