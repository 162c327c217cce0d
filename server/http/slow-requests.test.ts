import assert from 'node:assert/strict';
import { type AddressInfo, connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { buildApp } from '../app.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const timeouts = { headers: 150, request: 300, idle: 600, check: 30 };
const drip = 20;

describe('Platform, resilience: timeouts on slow or incomplete requests', () => {
  let portal: TestPortal;
  let app: Awaited<ReturnType<typeof buildApp>>;
  before(async () => {
    portal = await startTestPortal();
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
