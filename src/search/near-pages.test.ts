import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shopNames } from './names/names-fixture.ts';
import { nearPages } from './near-pages.ts';

const first = (address: string) => nearPages(shopNames, address, '/en/')[0]?.url;

test('an address with a typing error, an old folder or an ending leads to the page that it resembles', () => {
  assert.equal(first('/en/guides/webhoks'), '/en/guides/webhooks');
  assert.equal(first('/docs/errors.html'), '/en/guides/errors');
  assert.equal(first('/en/reference/shop/create-invoice'), '/en/reference/shop/createInvoice');
  assert.equal(first('/en/guides/errors/12/ab'), '/en/guides/errors');
});

test('an address that resembles nothing leads to no page', () => {
  for (const address of ['/', '/en/qwertyuiop', '/%E0%A4%A', '/wp-login.php'])
    assert.equal(first(address), undefined, address);
});
