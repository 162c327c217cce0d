import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

describe('an address that nobody would write', () => {
  let portal: TestPortal;

  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cais-site-'));
    for (const page of ['index.html', '404.html', 'en/index.html', 'en/404.html', 'reference/notas.html']) {
      const file = join(folder, 'site', page);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, page);
    }
    portal = await startTestPortal({ env: { CAIS_DIR: folder } });
  });
  after(() => portal.close());

  test('redirects to no other site, however many slashes it has', async () => {
    const hosts = [
      '/',
      '//',
      '/%2f',
      '/%5C',
      '/%5c%5C',
      '/%09/',
      '/%0a/',
      '/%0d/',
      '/%09%5C',
      '/%20/',
      '/%00/',
      '/%E2%80%A8/',
      '/https:/',
      '/javascript:',
    ];
    for (const address of hosts.flatMap((start) => [
      `${start}evil.example/`,
      `${start}evil.example//`,
      `${start}en/`,
    ])) {
      const { status, headers } = await portal.call(`GET ${address}`);
      const { location = '/' } = headers;
      assert.equal(new URL(location, 'http://portal.example').origin, 'http://portal.example', address);
      assert.ok([200, 301, 404].includes(status), `${address}: ${status}`);
    }
  });

  test('is answered, and never with an error on our side', async () => {
    const parts = [
      '%E2%82%AC',
      'a%0d%0aX',
      '%0',
      '%',
      '%c0%af',
      '%FF',
      '\u00e7',
      '%F0%9F%98%80',
      'a'.repeat(3000),
      '..%5c..',
      ';',
      '%3f',
      '%23',
      '[',
      '|',
    ];
    const places = [
      '/',
      '/en/',
      '/reference/',
      '/downloads/',
      '/downloads/notas/',
      '/account/',
      '/.well-known/',
      '/oauth/',
      '/inbox/',
      '/assets/',
      '/outbox/',
    ];
    for (const place of places)
      for (const address of parts.flatMap((part) => [place + part, `${place + part}/`, `${place + part}/x.json`])) {
        const { status, headers } = await portal.call(`GET ${address}`);
        assert.ok(status >= 400 && status < 500, `${address}: ${status}`);
        assert.doesNotMatch(headers.location ?? '', /[\r\n]/, address);
      }
  });

  test('gets a problem as the answer to other methods than GET, since nobody sees a page', async () => {
    for (const request of ['POST /nada', 'DELETE /reference/notas', 'PUT /', 'PATCH /downloads/notas/openapi.yaml']) {
      const { status, headers, body } = await portal.call(request);
      assert.deepEqual([status, body.code], [404, 'no_such_path'], request);
      assert.match(String(headers['content-type']), /^application\/problem\+json/);
      assert.ok(headers['x-request-id']);
    }
  });

  test('is told which downloads exist when it names none of them', async () => {
    for (const address of [
      '/downloads/notas/nada.yaml',
      '/downloads/nada/openapi.yaml',
      '/downloads/notas/postman_environment.x.json',
      '/downloads/notas/__proto__',
      '/downloads/constructor/openapi.yaml',
    ]) {
      const { status, body } = await portal.call(`GET ${address}`);
      assert.deepEqual([status, body.code], [404, 'no_such_path'], address);
    }
  });

  test('never serves a file from outside', async () => {
    for (const address of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/secret', '/assets/../../package.json']) {
      assert.equal((await portal.call(`GET ${address}`)).status, 404, address);
    }
  });
});
