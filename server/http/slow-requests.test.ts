import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { buildApp } from '../app.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const timeouts = { headers: 150, request: 300, response: 400, idle: 600_000, check: 30 };
const drip = 20;
/** Connections that one address may have. */
const most = 20;

describe('Platform, resilience: timeouts on slow or incomplete requests', () => {
  let portal: TestPortal;
  let app: Awaited<ReturnType<typeof buildApp>>;
  before(async () => {
    portal = await startTestPortal({ env: { CONNECTIONS_PER_ADDRESS: String(most) } });
    app = await buildApp(portal.context, { timeouts });
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  after(async () => {
    await app.close();
    await portal.close();
  });

  /** Sends a text, then a byte at intervals until the server closes the connection; returns the response. */
  const dribble = (begin: string, byte: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
      let answer = '';
      const timer = byte ? setInterval(() => socket.write(byte), drip) : undefined;
      socket.setEncoding('utf8').on('data', (text) => {
        answer += text;
      });
      // Data sent after the server has closed is answered with a reset.
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(timer);
        resolve(answer);
      });
      socket.write(begin);
    });

  const head = 'POST /platform/v1/guest_workspaces HTTP/1.1\r\nHost: localhost\r\n';

  test('headers that never end are answered 408, and the connection is closed', async () => {
    const answer = await dribble(`${head}X-Slow: `, 'a');
    const [top = '', body = ''] = answer.split('\r\n\r\n');
    assert.match(top, /^HTTP\/1\.1 408 Request Timeout\r\n/);
    assert.match(top, /Content-Type: application\/problem\+json; charset=UTF-8/);
    const { code, status, request_id } = JSON.parse(body);
    assert.deepEqual([code, status], ['request_timeout', 408]);
    assert.match(top, new RegExp(`X-Request-Id: ${request_id}\r\n`));
    assert.match(top, new RegExp(`Content-Length: ${Buffer.byteLength(body)}\r\n`));
  });

  test('a body that drips in is answered 408, and the connection is closed', async () => {
    const begin = `${head}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"a":"`;
    assert.match(await dribble(begin, 'a'), /^HTTP\/1\.1 408 /);
  });

  test('a body that stops halfway is answered 408, and the connection is closed', async () => {
    assert.match(await dribble(`${head}Content-Length: 10\r\n\r\n{`, ''), /^HTTP\/1\.1 408 /);
  });

  test('oversized headers and non-HTTP input are reported as such', async () => {
    assert.match(
      await dribble(`${head}X-Large: ${'a'.repeat(20_000)}\r\n\r\n`, ''),
      /^HTTP\/1\.1 431 .*headers_too_large/s,
    );
    assert.match(await dribble('hello there\r\n\r\n', ''), /^HTTP\/1\.1 400 .*invalid_request/s);
  });

  test('a connection without any request is closed', async () => {
    assert.doesNotMatch(await dribble('', ''), /HTTP\/1\.1 2/);
  });

  test('a caller who does not read a response loses the connection', async () => {
    const { port } = app.server.address() as AddressInfo;
    const get = `GET /downloads/notas/openapi.yaml HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    // More than the buffers of both sides hold; what is written shows whether the connection still stands.
    socket.write(get.repeat(200));
    const pokes = setInterval(() => socket.write(' '), drip);
    await closed;
    clearInterval(pokes);
  });

  test('an address that has too many connections is told so, others are served, and it is served when it closes some', async () => {
    const { port } = app.server.address() as AddressInfo;
    const open = (localAddress: string) => connect({ port, host: '127.0.0.1', localAddress });
    const reading = (socket: Socket) =>
      new Promise<string>((resolve) => {
        let text = '';
        socket.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        socket.on('error', () => {});
        socket.on('close', () => resolve(text));
      });
    const ask = (localAddress: string) => {
      const socket = open(localAddress);
      socket.write('GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      return reading(socket);
    };
    const idle = Array.from({ length: most }, () => open('127.0.0.9'));
    await Promise.all(idle.map((socket) => once(socket, 'connect')));
    assert.match(await reading(open('127.0.0.9')), /^HTTP\/1\.1 429 .*too_many_requests/s);
    assert.match(await ask('127.0.0.8'), /^HTTP\/1\.1 200 /);
    for (const socket of idle) socket.destroy();
    let answer = '';
    while (!answer.startsWith('HTTP/1.1 200 ')) answer = await ask('127.0.0.9');
  });

  test('a request that arrives in several pieces in time is answered', async () => {
    const answer = new Promise<string>((resolve) => {
      const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
      socket.setEncoding('utf8').once('data', (text) => {
        socket.destroy();
        resolve(String(text));
      });
      socket.write(head);
      setTimeout(() => socket.write('Content-Length: 2\r\n\r\n{'), drip);
      setTimeout(() => socket.write('}'), 2 * drip);
    });
    assert.match(await answer, /^HTTP\/1\.1 201 /);
  });
});
