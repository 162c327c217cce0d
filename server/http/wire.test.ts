import assert from 'node:assert/strict';
import { type AddressInfo, connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const customers = '/sandbox/notas/v1/customers';

/** The first response on the wire. */
interface WireAnswer {
  status: number;
  headers: Map<string, string>;
  body: string;
}

describe('HTTP on the wire', () => {
  let portal: TestPortal;
  let port: number;
  let authorization: string;
  const lines: string[] = [];
  before(async () => {
    portal = await startTestPortal({
      env: { LOG_LEVEL: 'info' },
      logStream: { write: (line) => lines.push(line) },
    });
    await portal.app.listen({ port: 0, host: '127.0.0.1' });
    port = (portal.app.server.address() as AddressInfo).port;
    authorization = `Authorization: Basic ${btoa(`${await portal.guest()}:x`)}`;
  });
  after(() => portal.close());

  /** Sends bytes as they are, and reads until the server closes the connection or has answered. */
  const send = (text: string): Promise<WireAnswer> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let received = '';
      const end = () => {
        socket.destroy();
        const [head = '', ...rest] = received.split('\r\n\r\n');
        const [first = '', ...fields] = head.split('\r\n');
        const headers = fields.map((field): [string, string] => {
          const at = field.indexOf(':');
          return [field.slice(0, at).toLowerCase(), field.slice(at + 1).trim()];
        });
        resolve({ status: Number(first.split(' ')[1]), headers: new Map(headers), body: rest.join('\r\n\r\n') });
      };
      socket.setEncoding('latin1').on('data', (data) => {
        received += data;
      });
      // Data sent after the server has closed is answered with a reset.
      socket.on('error', () => {});
      socket.on('close', end);
      socket.write(text, 'latin1');
    });

  const request = (line: string, fields: string[] = [], body = '') =>
    send([`${line} HTTP/1.1`, 'Host: localhost', authorization, 'Connection: close', ...fields, '', body].join('\r\n'));

  test('what cannot be read is 400, with a body that says so, except to HEAD', async () => {
    for (const target of ['\\guides', 'guides', '/guides/\u00e9', '%2Fguides']) {
      const [get, head] = [await request(`GET ${target}`), await request(`HEAD ${target}`)];
      assert.deepEqual([get.status, JSON.parse(get.body).code], [400, 'invalid_request'], target);
      assert.deepEqual([head.status, head.body], [400, ''], target);
      assert.equal(head.headers.get('content-length'), get.headers.get('content-length'));
    }
  });

  test('a method that an API does not declare is 405 with Allow, for every HTTP method', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'MKCOL', 'PURGE', 'SEARCH', 'LOCK']) {
      const { status, headers, body } = await request(`${method} ${customers}`);
      assert.equal(status, 405, method);
      assert.equal(headers.get('allow'), 'GET, POST, HEAD, OPTIONS', method);
      assert.match(body, /method_not_allowed/, method);
    }
  });

  test('OPTIONS lists the methods of an address, with and without a preflight', async () => {
    const addresses = {
      [customers]: 'GET, POST, HEAD, OPTIONS',
      [`${customers}/cus_f5kznwj47tan9zt2`]: 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS',
      '/sandbox/gestor/v1/produtos': 'GET, POST, HEAD, OPTIONS',
      '/sandbox/crm/v2/emails/enviar': 'POST, OPTIONS',
      '/sandbox/biblioteca/livros': 'GET, HEAD, OPTIONS',
      '/platform/v1/guest_workspaces': 'POST, OPTIONS',
    };
    for (const [path, allow] of Object.entries(addresses)) {
      for (const fields of [[], ['Origin: https://a.example', 'Access-Control-Request-Method: POST']]) {
        const { status, headers } = await request(`OPTIONS ${path}`, fields);
        assert.deepEqual([status, headers.get('allow')], [204, allow], path);
        assert.match(headers.get('x-request-id') ?? '', /^req_/);
      }
    }
    assert.equal((await request('OPTIONS /sandbox/notas/v1/nowhere')).headers.get('allow'), undefined);
    assert.equal((await request('OPTIONS *')).status, 204);
  });

  test('HEAD answers wherever GET does, with the same headers and no body', async () => {
    for (const api of portal.context.apis.values()) {
      for (const { path, method } of api.operations) {
        if (method !== 'get' || path.includes('{') || /stream/.test(path)) continue;
        const [get, head] = [await request(`GET ${api.basePath}${path}`), await request(`HEAD ${api.basePath}${path}`)];
        assert.equal(head.status, get.status, path);
        assert.equal(head.body, '', path);
        assert.equal(head.headers.get('content-type'), get.headers.get('content-type'), path);
      }
    }
  });

  test('an invalid Content-Length is refused, and the connection closed', async () => {
    const post = `POST ${customers}`;
    const type = 'Content-Type: application/json';
    for (const fields of [
      ['Content-Length: -1'],
      ['Content-Length: 2', 'Content-Length: 3'],
      ['Content-Length: 2', 'Transfer-Encoding: chunked'],
      ['Content-Length: two'],
      ['Transfer-Encoding: gzip, chunked, gzip'],
    ]) {
      const { status, headers, body } = await request(post, [type, ...fields], '{}');
      assert.equal(status, 400, fields.join());
      assert.equal(headers.get('connection'), 'close', fields.join());
      assert.match(body, /invalid_request/, fields.join());
    }
    const { status } = await request(post, [type, 'Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n');
    assert.equal(status, 400);
  });

  test('a body over the limit is refused without waiting for its end, with or without Content-Length', async () => {
    const type = 'Content-Type: application/json';
    const declared = await request(`POST ${customers}`, [type, 'Content-Length: 99999999999'], '{}');
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    const endless = await request(`POST ${customers}`, [type, 'Transfer-Encoding: chunked'], chunk.repeat(17));
    for (const { status, headers, body } of [declared, endless]) {
      assert.deepEqual([status, headers.get('connection')], [413, 'close']);
      assert.match(body, /"code":"too_large"/);
    }
  });

  test('two Host headers are refused, and so is none', async () => {
    const twice = await request(`GET ${customers}`, ['Host: elsewhere.example']);
    assert.deepEqual([twice.status, JSON.parse(twice.body).errors[0].code], [400, 'invalid_request']);
    assert.equal(
      (await send(`GET ${customers} HTTP/1.1\r\n${authorization}\r\nConnection: close\r\n\r\n`)).status,
      400,
    );
  });

  test('a full URL is as good as its path', async () => {
    const { status, headers } = await request(`GET http://localhost:${port}${customers}?per_page=1`);
    assert.deepEqual([status, headers.get('per-page')], [200, '1']);
    assert.equal((await request('GET http://localhost')).status, (await request('GET /')).status);
  });

  test('an unknown expectation is ignored', async () => {
    assert.equal((await request(`GET ${customers}`, ['Expect: wonders'])).status, 200);
  });

  test('a trace is continued in the response and in the log; an invalid one is ignored', async () => {
    const id = '4bf92f3577b34da6a3ce929d0e0e4736';
    const trace = async (value: string, path = customers) =>
      (await request(`GET ${path}`, [`traceparent: ${value}`])).headers.get('traceparent');
    for (const path of [customers, `${customers}/cus_none`, '/platform/v1/nowhere', '/sandbox/biblioteca/livros']) {
      const answered = (await trace(`00-${id}-00f067aa0ba902b7-01`, path)) ?? '';
      assert.match(answered, new RegExp(`^00-${id}-[0-9a-f]{16}-01$`), path);
      assert.ok(!answered.includes('00f067aa0ba902b7'), 'this server has its own parent id');
    }
    assert.ok(lines.some((line) => JSON.parse(line).traceId === id));
    assert.match((await trace(`cc-${id}-00f067aa0ba902b7-01-more`)) ?? '', new RegExp(`^00-${id}-`));
    assert.match((await trace(`00-${id}-00f067aa0ba902b7-00`)) ?? '', /-00$/);
    for (const value of [
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
      `00-${id}-${'0'.repeat(16)}-01`,
      `ff-${id}-00f067aa0ba902b7-01`,
      `00-${id.toUpperCase()}-00f067aa0ba902b7-01`,
      `00-${id}-00f067aa0ba902b7-01-more`,
      `00-${id}-00f067aa0ba902b7`,
      'nonsense',
      '',
    ])
      assert.equal(await trace(value), undefined, value);
    const twice = [`traceparent: 00-${id}-00f067aa0ba902b7-01`, `traceparent: 00-${id}-00f067aa0ba902b8-01`];
    assert.equal((await request(`GET ${customers}`, twice)).headers.get('traceparent'), undefined);
  });

  test('the server still answers after all that', async () => {
    assert.equal((await request('GET /livez')).status, 200);
  });
});
