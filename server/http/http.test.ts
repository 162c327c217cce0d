import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const customers = '/sandbox/notas/v1/customers';
const helena = `${customers}/cus_f5kznwj47tan9zt2`;

describe('HTTP as specified', () => {
  let portal: TestPortal;
  let key: string;

  before(async () => {
    portal = await startTestPortal();
    key = await portal.guest();
  });
  after(() => portal.close());

  test('HEAD answers as GET does, without the body', async () => {
    for (const path of [helena, customers, `${customers}/cus_none`]) {
      const [get, head] = [await portal.call(`GET ${path}`, { key }), await portal.call(`HEAD ${path}`, { key })];
      assert.equal(head.status, get.status);
      assert.equal(head.body, '');
      for (const name of ['content-type', 'content-length', 'x-total-count', 'link'])
        assert.equal(head.headers[name], get.headers[name], `${path} ${name}`);
    }
  });

  test('HEAD is allowed for a read-only key, and is 405 where there is no GET', async () => {
    assert.equal((await portal.call('HEAD /platform/v1/guest_workspaces')).status, 405);
  });

  test('a preflight is answered without a key, for every method and header', async () => {
    for (const path of [
      customers,
      helena,
      '/sandbox/biblioteca/livros',
      '/platform/v1/guest_workspaces',
      '/sandbox/nowhere',
    ]) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const asked = {
          origin: 'https://elsewhere.example',
          'access-control-request-method': method,
          'access-control-request-headers': 'authorization,content-type,x-chave-biblioteca',
        };
        const { status, headers, body } = await portal.call(`OPTIONS ${path}`, { headers: asked });
        assert.equal(status, 204);
        assert.equal(body, '');
        assert.equal(headers['access-control-allow-origin'], '*');
        assert.ok(headers['access-control-allow-methods']?.split(/, ?/).includes(method));
        assert.equal(headers['access-control-allow-headers'], 'authorization,content-type,x-chave-biblioteca');
        assert.equal(headers['access-control-allow-credentials'], undefined);
      }
    }
  });

  test('OPTIONS without a preflight is answered too', async () => {
    const { status } = await portal.call(`OPTIONS ${customers}`);
    assert.equal(status, 204);
  });

  test('a page of any origin may read every response and its headers, including refusals', async () => {
    const oversized = { body: 'a'.repeat(1024 * 1024 + 1), key };
    for (const [request, status, options] of [
      [`GET ${customers}`, 200, { key }],
      [`GET ${customers}`, 401, {}],
      [`GET ${customers}/cus_none`, 404, { key }],
      [`DELETE ${customers}`, 405, { key }],
      [`POST ${customers}`, 413, oversized],
      [`GET ${customers}/%E0%A4%A`, 400, { key }],
      ['GET /sandbox/nowhere/at/all', 404, {}],
      ['GET /sandbox/defeituosa/visitas', 503, { key }],
      ['GET /downloads/notas/openapi.yaml', 200, {}],
      ['POST /platform/v1/guest_workspaces', 201, {}],
    ] as const) {
      const answer = await portal.call(request, { ...options, headers: { origin: 'https://elsewhere.example' } });
      assert.equal(answer.status, status, request);
      assert.equal(answer.headers['access-control-allow-origin'], '*', request);
      assert.equal(answer.headers['access-control-expose-headers'], '*', request);
    }
  });

  test('every response has its own request id, and forbids scripts in it', async () => {
    const ids = new Set<string | undefined>();
    for (const [request, options] of [
      [`GET ${customers}`, { key }],
      [`GET ${customers}`, {}],
      [`GET ${customers}/%E0%A4%A`, { key }],
      [`POST ${customers}`, { key, body: 'a'.repeat(1024 * 1024 + 1) }],
      ['GET /sandbox/nowhere', {}],
      ['POST /platform/v1/guest_workspaces', {}],
      ['GET /platform/v1/nowhere', {}],
    ] as const) {
      const { headers } = await portal.call(request, options);
      assert.match(headers['x-request-id'] ?? '', /^req_[0-9a-f]{32}$/, request);
      assert.equal(headers['x-content-type-options'], 'nosniff', request);
      assert.match(headers['content-security-policy'] ?? '', /default-src 'none'.*sandbox/, request);
      ids.add(headers['x-request-id']);
    }
    assert.equal(ids.size, 7);
  });

  test('a request id sent by the caller is not adopted', async () => {
    const { headers } = await portal.call(`GET ${customers}`, {
      key,
      headers: { 'request-id': 'mine', 'x-request-id': 'mine' },
    });
    assert.notEqual(headers['x-request-id'], 'mine');
  });

  test('JSON is sent as UTF-8 and says so; 204 has neither body nor type', async () => {
    const read = await portal.call(`GET ${helena}`, { key });
    assert.equal(read.headers['content-type'], 'application/json; charset=UTF-8');
    assert.equal(read.body.metadata.vendedor, 'Otávio');
    const removed = await portal.call(`DELETE ${customers}/cus_dy0yp57rcybvn5sx`, { key });
    assert.deepEqual([removed.status, removed.body, removed.headers['content-type']], [204, '', undefined]);
  });

  test('an unknown API is 404', async () => {
    for (const path of [
      '/sandbox/nowhere/v1',
      '/sandbox/platform/guest_workspaces',
      '/sandbox/__proto__/x',
      '/sandbox/constructor',
      '/sandbox/../platform/v1',
    ]) {
      const { status, headers, body } = await portal.call(`GET ${path}`, { key });
      assert.equal(status, 404, path);
      if (path.includes('..')) continue;
      assert.equal(headers['content-type'], 'application/problem+json; charset=UTF-8', path);
      assert.equal(body.code, 'no_such_path');
    }
    const { body } = await portal.call('GET /sandbox/nowhere/v1', { headers: { 'accept-language': 'en' } });
    assert.match(body.detail, /The APIs are biblioteca, crm, gestor, keywords, notas, recebiveis\./);
  });

  test('the portal reports that it is alive and ready', async () => {
    assert.deepEqual((await portal.call('GET /livez')).body, { status: 'ok' });
    assert.deepEqual((await portal.call('GET /readyz')).body, { status: 'ok' });
    const broken = await startTestPortal();
    await broken.context.db.destroy();
    assert.equal((await broken.call('GET /livez')).status, 200);
    assert.equal((await broken.call('GET /readyz')).status, 503);
    await broken.app.close();
  });
});
