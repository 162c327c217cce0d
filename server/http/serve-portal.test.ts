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
  'assets/js/y.2b.js',
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
    const hashes = { scripts: ["'sha256-c2NyaXB0'"], styles: ["'sha256-c3R5bGU='"] };
    writeFileSync(join(folder, 'inline-hashes.json'), JSON.stringify(hashes));
    writeFileSync(join(folder, 'site/assets/js/y.2b.js.br'), 'compressed by the build');
    const settings = { descriptions: { images: ['img.example.com'] } };
    portal = await startTestPortal({ env: { CAIS_DIR: folder }, settings });
  });
  after(() => portal.close());

  test('serves a page at its address, even where a folder has the same name', async () => {
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

  test('caches hashed assets for a year', async () => {
    const { headers } = await portal.call('GET /assets/js/x.1a.js');
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  });

  test('sends what the build has compressed to those who take it', async () => {
    const get = (encodings: string) =>
      portal.call('GET /assets/js/y.2b.js', { headers: { 'accept-encoding': encodings } });
    const { headers, body } = await get('gzip, deflate, br, zstd');
    assert.deepEqual([headers['content-encoding'], body], ['br', 'compressed by the build']);
    assert.match(String(headers['content-type']), /javascript; charset=utf-8/i);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    const plain = await get('identity');
    assert.deepEqual([plain.headers['content-encoding'], plain.body], [undefined, 'assets/js/y.2b.js']);
    assert.notEqual(plain.headers.etag, headers.etag);
    for (const vary of [headers.vary, plain.headers.vary]) assert.match(String(vary), /accept-encoding/i);
  });

  test('serves the search index gzipped as it is stored, and caches its hashed parts', async () => {
    for (const [name, isImmutable] of [
      ['wasm.pt.pagefind', false],
      ['index/pt_1a.pf_index', true],
    ] as const) {
      const { headers, body } = await portal.call(`GET /pagefind/${name}`, {
        headers: { 'accept-encoding': 'gzip, zstd' },
      });
      assert.deepEqual([headers['content-type'], headers['content-encoding']], ['application/gzip', undefined], name);
      assert.equal(body, `pagefind/${name}`);
      assert.equal(headers['cache-control'], isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache', name);
    }
    assert.equal((await portal.call('GET /pagefind/pagefind.js')).headers['cache-control'], 'no-cache');
  });

  test('redirects an address with a trailing slash to its page', async () => {
    const { status, headers } = await portal.call('GET /reference/notas/');
    assert.deepEqual([status, headers.location], [301, '/reference/notas']);
  });

  test('reports a missing page in the reader’s language', async () => {
    assert.deepEqual(
      [(await portal.call('GET /nada')).status, (await portal.call('GET /nada')).body],
      [404, '404.html'],
    );
    assert.equal((await portal.call('GET /en/nothing')).body, 'en/404.html');
  });

  test('runs and applies only what the build has written: no other script, style, form, frame or connection', async () => {
    const { headers } = await portal.call('GET /');
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split(';')
        .map((directive) => directive.trim().split(/ (.*)/s)),
    );
    assert.deepEqual(policy, {
      'default-src': "'none'",
      'script-src': "'self' 'wasm-unsafe-eval' 'sha256-c2NyaXB0'",
      'script-src-attr': "'none'",
      'style-src': "'self'",
      'style-src-attr': "'unsafe-hashes' 'sha256-c3R5bGU='",
      'img-src': "'self' data: blob: https://img.example.com",
      'font-src': "'self'",
      'connect-src': "'self'",
      'frame-src': "'self' blob:",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'manifest-src': "'self'",
    });
    assert.equal(headers['x-content-type-options'], 'nosniff');
  });
});
