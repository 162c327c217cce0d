import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const pages = [
  'index.html',
  '404.html',
  'en/index.html',
  'en/404.html',
  'reference.html',
  'reference/notas.html',
  'reference/notas/a.html',
  'assets/js/x.1a.js',
  'pagefind/pagefind.js',
  'pagefind/wasm.pt.pagefind',
  'pagefind/index/pt_1a.pf_index',
];

describe('the built portal', () => {
  let portal: TestPortal;

  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cais-site-'));
    for (const page of pages) {
      const file = join(folder, 'site', page);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, page);
    }
    portal = await startTestPortal({ env: { CAIS_DIR: folder } });
  });
  after(() => portal.close());

  test('has a page at its address, also where a folder has the same name', async () => {
    const addresses = {
      '/': 'index.html',
      '/en/': 'en/index.html',
      '/reference': 'reference.html',
      '/reference/notas': 'reference/notas.html',
      '/reference/notas/a?x=1': 'reference/notas/a.html',
    };
    for (const [address, page] of Object.entries(addresses)) {
      const answer = await portal.call(`GET ${address}`);
      assert.deepEqual([answer.status, answer.body], [200, page], address);
      assert.equal(answer.headers['cache-control'], 'no-cache');
    }
  });

  test('keeps hashed assets for a year', async () => {
    const { headers } = await portal.call('GET /assets/js/x.1a.js');
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  });

  test('gives the index of the search as it was zipped, and keeps the parts that are hashed', async () => {
    for (const [name, kept] of [
      ['wasm.pt.pagefind', false],
      ['index/pt_1a.pf_index', true],
    ] as const) {
      const { headers, body } = await portal.call(`GET /pagefind/${name}`, {
        headers: { 'accept-encoding': 'gzip, zstd' },
      });
      assert.deepEqual([headers['content-type'], headers['content-encoding']], ['application/gzip', undefined], name);
      assert.equal(body, `pagefind/${name}`);
      assert.equal(headers['cache-control'], kept ? 'public, max-age=31536000, immutable' : 'no-cache', name);
    }
    assert.equal((await portal.call('GET /pagefind/pagefind.js')).headers['cache-control'], 'no-cache');
  });

  test('leads an address with a slash too many to its page', async () => {
    const { status, headers } = await portal.call('GET /reference/notas/');
    assert.deepEqual([status, headers.location], [301, '/reference/notas']);
  });

  test('leads nowhere else, however many slashes an address has', async () => {
    for (const address of ['//evil.example/', '///evil.example//', '/%2fevil.example/']) {
      const { headers } = await portal.call(`GET ${address}`);
      assert.doesNotMatch(headers.location ?? '', /^\/[/\\]/, address);
    }
  });

  test('says in the reader’s language that a page is not there', async () => {
    assert.deepEqual(
      [(await portal.call('GET /nada')).status, (await portal.call('GET /nada')).body],
      [404, '404.html'],
    );
    assert.equal((await portal.call('GET /en/nothing')).body, 'en/404.html');
  });

  test('never serves a file from outside', async () => {
    for (const address of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/secret', '/assets/../../package.json']) {
      assert.equal((await portal.call(`GET ${address}`)).status, 404, address);
    }
  });

  test('lets scripts come from nowhere else', async () => {
    const { headers } = await portal.call('GET /');
    assert.match(headers['content-security-policy'] ?? '', /script-src 'self'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
  });
});
