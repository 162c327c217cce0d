import assert from 'node:assert/strict';
import { request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { makeKey } from '../identity/key-format.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const workspace = '/platform/v1/workspace';
const customers = '/sandbox/notas/v1/customers';

describe('hostile callers', () => {
  let portal: TestPortal;
  let port: number;
  let key: string;
  let clock = Date.parse('2026-11-20T12:00:00Z');

  before(async () => {
    portal = await startTestPortal({
      now: () => new Date(clock),
      env: { LIMITS: 'on', BAD_CREDENTIALS_PER_MINUTE: '5' },
    });
    await portal.app.listen({ port: 0, host: '127.0.0.1' });
    port = (portal.app.server.address() as AddressInfo).port;
    key = await portal.guest();
  });
  after(() => portal.close());

  /** Sends headers exactly as given, including repeated ones. */
  const raw = (path: string, headers: [string, string][]) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const request = sendRequest(
        { host: '127.0.0.1', port, path, headers: headers.flat(), agent: false },
        (response) => {
          let body = '';
          response.on('data', (chunk) => (body += chunk));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
        },
      );
      request.on('error', reject).end();
    });
  const host: [string, string] = ['Host', 'localhost'];
  const from = async (remoteAddress: string, secret: string, headers = {}) => {
    const authorization = `Bearer ${secret}`;
    return portal.app.inject({ method: 'GET', url: workspace, remoteAddress, headers: { authorization, ...headers } });
  };

  test('a caller who sends many invalid keys has to wait, but valid keys from that address are accepted', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) statuses.push((await from('198.51.100.1', 'garbage')).statusCode);
    for (let count = 0; count < 3; count++) statuses.push((await from('198.51.100.1', makeKey('test'))).statusCode);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
    const held = await from('198.51.100.1', 'garbage');
    assert.equal(held.headers['retry-after'], '60');
    assert.equal((await from('198.51.100.1', key)).statusCode, 200);
    assert.equal((await from('198.51.100.1', await portal.guest())).statusCode, 200, 'even one that was never seen');
    assert.equal((await from('198.51.100.2', 'garbage')).statusCode, 401, 'another address');
    const pretended = await from('198.51.100.1', 'garbage', { 'x-forwarded-for': '203.0.113.5' });
    assert.equal(pretended.statusCode, 429, 'a faked address is ignored');
    clock += 60_000;
    assert.equal((await from('198.51.100.1', 'garbage')).statusCode, 401);
  });

  test('a caller who guesses client secrets has to wait too', async () => {
    const token = (client: string) =>
      portal.app.inject({
        method: 'POST',
        url: '/oauth/token',
        remoteAddress: '198.51.100.3',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `grant_type=client_credentials&${client}`,
      });
    for (let count = 0; count < 5; count++)
      assert.equal((await token('client_id=cli_1&client_secret=x')).statusCode, 401);
    const held = await token('client_id=cli_1&client_secret=x');
    assert.deepEqual([held.statusCode, held.headers['retry-after']], [429, '60']);
    const made = await portal.call('POST /platform/v1/oauth_clients', {
      key,
      body: { name: 'x', scopes: ['crm:read'] },
    });
    const good = await token(`client_id=${made.body.id}&client_secret=${made.body.secret}`);
    assert.equal(good.statusCode, 200);
  });

  test('two Authorization headers are refused, even if one is valid', async () => {
    const good: [string, string] = ['Authorization', `Bearer ${key}`];
    assert.equal((await raw(workspace, [host, good])).status, 200);
    const twice = await raw(workspace, [host, good, ['authorization', `Bearer ${makeKey('test')}`]]);
    assert.deepEqual([twice.status, JSON.parse(twice.body).code], [400, 'invalid_request']);
    const other: [string, string] = ['Authorization', `Bearer ${makeKey('test')}`];
    assert.equal((await raw(workspace, [host, other, good])).status, 400);
    const double = await raw('/sandbox/biblioteca/livros', [
      host,
      ['X-Chave-Biblioteca', key],
      ['X-Chave-Biblioteca', key],
    ]);
    assert.equal(double.status, 401);
  });

  test('oversized headers are refused before they are read', async () => {
    const { status, body } = await raw(workspace, [host, ['Authorization', `Bearer ${'x'.repeat(20_000)}`]]);
    assert.equal(status, 431);
    assert.doesNotMatch(body, /xxxx/);
  });

  test('nothing from the request is injected into response headers', async () => {
    const injected = encodeURIComponent('\r\nX-Injected: yes');
    const paths = [
      `${customers}?per_page=1${injected}`,
      `${customers}?fields=id&sort=name${injected}`,
      `${customers}/cus_1${injected}`,
      `/sandbox/${injected}/v1`,
      `/platform/v1/events?cursor=${injected}`,
    ];
    for (const path of paths) {
      const authorization = path.includes('platform') ? `Bearer ${key}` : `Basic ${btoa(`${key}:x`)}`;
      const { headers } = await raw(path, [host, ['Authorization', authorization]]);
      assert.equal(headers['x-injected'], undefined, path);
    }
    const { headers } = await raw(workspace, [host, ['X-Request-Id', 'mine'], ['Authorization', `Bearer ${key}`]]);
    assert.match(String(headers['x-request-id']), /^req_[0-9a-f]{32}$/);
  });

  test('a workspace that names its origins shares its responses only with their pages', async () => {
    const own = await portal.guest();
    const read = async (origin?: string, url = workspace) => {
      const authorization = url === workspace ? `Bearer ${own}` : `Basic ${btoa(`${own}:x`)}`;
      const answer = await portal.app.inject({
        method: 'GET',
        url,
        headers: { authorization, ...(origin && { origin }) },
      });
      assert.equal(answer.statusCode, 200);
      return answer.headers['access-control-allow-origin'];
    };
    const set = (allowed_origins: unknown) =>
      portal.call('PATCH /platform/v1/workspace', { key: own, body: { allowed_origins } });
    assert.equal(await read('https://any.example'), '*');
    assert.deepEqual((await set(['https://loja.example'])).body.allowed_origins, ['https://loja.example']);
    for (const url of [workspace, customers]) {
      assert.equal(await read('https://loja.example', url), 'https://loja.example');
      assert.equal(await read('https://any.example', url), undefined);
      assert.equal(await read('https://loja.example.any.example', url), undefined);
      assert.equal(await read('http://localhost:3000', url), 'http://localhost:3000', 'the portal itself');
      assert.equal(await read(undefined, url), undefined, 'curl needs none');
    }
    const refused = await set(['https://loja.example/path', 'null', 'HTTPS://LOJA.example']);
    assert.deepEqual(
      refused.body.errors.map(({ pointer }: { pointer: string }) => pointer),
      ['#/allowed_origins/0', '#/allowed_origins/1', '#/allowed_origins/2'],
    );
    await set(null);
    assert.equal(await read('https://any.example'), '*');
  });
});
