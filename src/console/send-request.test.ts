import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import type { BuiltRequest } from '../../wire/built-request.ts';
import { bodyKind, decodeBody, findHeader } from '../exchange/received-response.ts';
import { sendRequest } from './send-request.ts';

async function withServer(listener: RequestListener, run: (origin: string) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function request(url: string, given: Partial<BuiltRequest> = {}): BuiltRequest {
  return { method: 'GET', url, headers: [], cookies: [], credentials: [], ...given };
}

it('sends method, headers, key and body, and reads status, headers and body', async () => {
  await withServer(
    async (incoming, outgoing) => {
      const chunks = await incoming.toArray();
      outgoing.writeHead(201, { 'Content-Type': 'application/json', 'X-Request-Id': 'req_1' });
      const { method, url, headers } = incoming;
      outgoing.end(
        JSON.stringify({
          method,
          url,
          auth: headers.authorization,
          trace: headers['x-trace'],
          body: Buffer.concat(chunks).toString(),
        }),
      );
    },
    async (origin) => {
      const { response } = await sendRequest(
        request(`${origin}/a?b=`, {
          method: 'POST',
          headers: [
            ['X-Trace', '0'],
            ['Content-Type', 'application/json'],
          ],
          credentials: [{ kind: 'basic' }, { kind: 'query', name: 'k' }],
          body: { kind: 'text', mediaType: 'application/json', text: '{"á":0}' },
        }),
        { key: 'sk_test_1' },
      );
      assert.ok(response);
      assert.equal(response.status, 201);
      assert.equal(response.reason, 'Created');
      assert.equal(findHeader(response, 'x-request-id'), 'req_1');
      assert.equal(bodyKind(response), 'json');
      assert.ok(response.milliseconds > 0);
      assert.ok(!response.url.includes('sk_test_1'), 'the key is not stored');
      assert.deepEqual(JSON.parse(decodeBody(response)), {
        method: 'POST',
        url: '/a?b=&k=sk_test_1',
        auth: `Basic ${btoa('sk_test_1:x')}`,
        trace: '0',
        body: '{"á":0}',
      });
    },
  );
});

it('returns 304, 404 and empty bodies as responses', async () => {
  await withServer(
    (incoming, outgoing) => {
      outgoing.writeHead(Number(incoming.url?.slice(1)));
      outgoing.end();
    },
    async (origin) => {
      for (const status of [204, 304, 404, 429, 500]) {
        const { response } = await sendRequest(request(`${origin}/${status}`), { key: '' });
        assert.equal(response?.status, status);
        assert.equal(response && bodyKind(response), 'empty');
      }
    },
  );
});

it('reports cancellation, timeout and an unreachable server', async () => {
  let origin = '';
  await withServer(
    () => {},
    async (address) => {
      origin = address;
      const cancel = new AbortController();
      const call = sendRequest(request(origin), { key: '', signal: cancel.signal });
      cancel.abort();
      assert.deepEqual((await call).failure, { kind: 'cancelled' });
      assert.deepEqual((await sendRequest(request(origin), { key: '', timeoutMilliseconds: 20 })).failure, {
        kind: 'timeout',
      });
    },
  );
  assert.deepEqual((await sendRequest(request(origin), { key: '' })).failure, { kind: 'unreachable', origin });
});

it('reports what a browser refuses to send', async () => {
  const body = { kind: 'text', mediaType: 'text/plain', text: 'x' } as const;
  const { failure } = await sendRequest(request('http://127.0.0.1:9/', { body }), { key: '' });
  assert.equal(failure?.kind, 'refused');
});
