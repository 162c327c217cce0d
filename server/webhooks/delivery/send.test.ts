import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { accept, answering, type Receiver, startReceiver } from '../../testing/receiver.ts';
import { readAllowedHosts } from '../guard/allowed-hosts.ts';
import { lookupAll } from '../guard/find-target.ts';
import { findInboxId } from '../inbox/inbox-url.ts';
import { createSender, type Sender } from './send.ts';

describe('a delivery attempt', () => {
  let receiver: Receiver;
  let resolved = '127.0.0.1';
  const senders: Sender[] = [];
  const makeSender = (timeoutMs: number) => {
    const sender = createSender({
      allowed: readAllowedHosts('127.0.0.1,here.example'),
      lookup: async (host) => (/^(here|rebound)\.example$/.test(host) ? [resolved] : lookupAll(host)),
      inboxes: {
        isOwn: (url) => findInboxId('http://portal.example', url) !== undefined,
        listening: () => ({ address: '127.0.0.1', port: Number(port()) }),
      },
      takeAttempt: async () => true,
      timeoutMs,
    });
    senders.push(sender);
    return sender;
  };
  // A busy machine may delay an attempt by a second; only the test of the deadline needs a short one.
  const patient = makeSender(10_000);
  before(async () => {
    receiver = await startReceiver();
  });
  after(async () => {
    for (const sender of senders) sender.close();
    await receiver.close();
  });
  const send = (url = receiver.url, sender = patient) =>
    sender.send({ url, headers: { 'content-type': 'application/json' }, body: '{"é":1}' });
  const port = () => new URL(receiver.url).port;

  test('only 2xx is success', async () => {
    for (const [status, code] of [
      [200, undefined],
      [204, undefined],
      [299, undefined],
      [301, 'redirect'],
      [307, 'redirect'],
      [400, 'http_status'],
      [500, 'http_status'],
    ] as const) {
      receiver.respond = answering(status, { location: 'http://169.254.169.254/' });
      const { error, response } = await send();
      assert.deepEqual([error?.code, response?.status], [code, status]);
    }
  });

  test('only the exact address of an inbox reaches the server that answers inboxes', async () => {
    receiver.respond = accept;
    receiver.received.length = 0;
    const own = `http://portal.example/inbox/inb_${'0'.repeat(32)}`;
    for (const tail of [
      '/../../platform/v1/me',
      '/%2e%2e/%2E%2E/platform',
      '\\..\\..\\platform',
      '/',
      '/more',
      '%2F..',
    ])
      assert.notEqual((await send(own + tail)).error, null, tail);
    assert.deepEqual(receiver.received, []);
    assert.equal((await send(own)).error, null);
    assert.equal(receiver.received.length, 1);
  });

  test('a connection uses the address that was checked, and Host has the name', async () => {
    receiver.respond = accept;
    receiver.received.length = 0;
    const { error, address, timing } = await send(`http://here.example:${port()}/hook?a=b`);
    assert.deepEqual([error, address], [null, '127.0.0.1']);
    assert.ok(timing.dns_ms !== null && timing.first_byte_ms !== null);
    const [got] = receiver.received;
    assert.deepEqual([got?.headers.host, got?.path, got?.body], [`here.example:${port()}`, '/hook?a=b', '{"é":1}']);
  });

  test('a name whose address changes is checked again, even while a connection to it is open', async () => {
    const url = `http://rebound.example:${port()}/hook`;
    assert.equal((await send(url)).error, null);
    resolved = '169.254.169.254';
    const { error, response } = await send(url);
    assert.deepEqual([error?.code, response], ['blocked_address', null]);
    resolved = '127.0.0.1';
  });

  test('proxies of the environment are not used', async () => {
    process.env.HTTP_PROXY = process.env.http_proxy = 'http://127.0.0.1:1';
    process.env.NODE_USE_ENV_PROXY = '1';
    receiver.respond = accept;
    assert.equal((await send()).error, null);
    for (const name of ['HTTP_PROXY', 'http_proxy', 'NODE_USE_ENV_PROXY']) delete process.env[name];
  });

  test('one deadline covers everything: hanging, dripping headers, dripping bodies', async () => {
    const hasty = makeSender(400);
    const slow = async (serve: (socket: Socket) => void) => {
      const server = createServer((socket) => {
        socket.on('error', () => {});
        serve(socket);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const sent = await send(`http://127.0.0.1:${(server.address() as { port: number }).port}/`, hasty);
      server.close();
      return sent;
    };
    const drip = (socket: Socket, first: string, character: string) => {
      socket.write(first);
      const timer = setInterval(() => socket.write(character), 20);
      socket.once('close', () => clearInterval(timer));
    };
    const ok = 'HTTP/1.1 200 OK\r\n';
    for (const [serve, status] of [
      [() => {}, undefined],
      [(socket: Socket) => drip(socket, `${ok}x: `, 'y'), undefined],
      [(socket: Socket) => drip(socket, `${ok}content-length: 1000\r\n\r\n`, 'z'), 200],
    ] as const) {
      const { error, response, durationMs } = await slow(serve);
      assert.deepEqual([error?.code, response?.status], ['timeout', status]);
      assert.ok(durationMs >= 390, `it gave up after ${durationMs} ms`);
    }
  });

  test('a body is read up to 64 KiB, even an endless one or a zip bomb', async () => {
    receiver.respond = (_request, response) => {
      const chunk = Buffer.alloc(1 << 20, 'x');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        response.once('drain', more);
      };
      more();
    };
    const endless = await send();
    assert.deepEqual(
      [endless.error, endless.response?.body.length, endless.response?.body_truncated],
      [null, 65_536, true],
    );
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    receiver.respond = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    const { response } = await send();
    assert.ok((response?.body.length ?? 0) <= 65_536, 'compressed bodies are not unpacked');
  });

  test('a binary body with NULs is stored as text that a database accepts', async () => {
    receiver.respond = (_request, response) => response.end(Buffer.from([0xff, 0, 0x41]));
    assert.equal((await send()).response?.body, '\uFFFD\uFFFDA');
  });

  test('each connection failure has its code', async () => {
    receiver.respond = (request) => request.socket.destroy();
    assert.equal((await send()).error?.code, 'connection_reset');
    receiver.respond = (request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      setImmediate(() => request.socket.destroy());
    };
    const half = await send();
    assert.deepEqual([half.error?.code, half.response?.status], ['connection_reset', 200]);
    receiver.respond = accept;
    assert.equal((await send('http://127.0.0.1:1/'.replace(':1/', ':9/'))).error?.code, 'blocked_address', 'port 9');
    assert.equal((await send('http://nowhere.invalid/')).error?.code, 'dns_failed');
    assert.equal((await send(receiver.url.replace('http:', 'https:'))).error?.code, 'tls_failed');
    const closed = await startReceiver();
    await closed.close();
    assert.equal((await send(closed.url)).error?.code, 'connection_refused');
    const talker = createServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')).listen(0, '127.0.0.1');
    await once(talker, 'listening');
    const { error } = await send(`http://127.0.0.1:${(talker.address() as { port: number }).port}/`);
    talker.close();
    assert.equal(error?.code, 'protocol_error');
  });
});
