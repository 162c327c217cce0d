import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiOfPage, pagePath } from './page-path.ts';

test('the path of a page is the same in each language, and wherever the portal lies', () => {
  for (const [pathname, baseUrl, page] of [
    ['/', '/', '/'],
    ['/guides/webhooks', '/', '/guides/webhooks'],
    ['/guides/webhooks/', '/', '/guides/webhooks'],
    ['/en', '/en/', '/'],
    ['/en/guides/webhooks', '/en/', '/guides/webhooks'],
    ['/developers/en/keys', '/developers/en/', '/keys'],
  ] as const)
    assert.equal(pagePath(pathname, baseUrl), page, pathname);
});

test('whatever a visitor has typed, the platform API takes it', () => {
  const taken = /^\/([A-Za-z0-9._~!$&'()*+,;=:@%-][A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?$/;
  for (const typed of [
    '//evil.example',
    '/a|b',
    '/a[0]',
    '/%zz',
    '/ção',
    '/a\\b',
    `/${'ç'.repeat(400)}`,
    '/{id}',
    '/😀',
  ]) {
    const page = pagePath(typed, '/');
    assert.match(page, taken, typed);
    assert.ok(page.length <= 300, typed);
  }
});

test('pages of the reference, and the guide of its name, belong to an API', () => {
  assert.equal(apiOfPage('/reference/notas'), 'notas');
  assert.equal(apiOfPage('/reference/notas/create-customer'), 'notas');
  assert.equal(apiOfPage('/guides/gestor'), 'gestor');
  assert.equal(apiOfPage('/reference'), undefined);
  assert.equal(apiOfPage('/keys'), undefined);
});
