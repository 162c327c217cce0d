import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBase } from './page-links.ts';

test('links to pages stay in the language of the page and below the portal’s path, other links are unchanged', () => {
  const links = (addresses: string[]) => addresses.map((address) => `<a href="${address}">x</a>`).join(' ');
  const others = ['/sandbox/notas/v1', '/downloads/notas/openapi.yaml', 'https://a.example/guides/b', '#guides'];
  const pages = ['/guides/errors#x', '/downloads', '/reference/notas?a=1'];
  assert.equal(withBase(links([...pages, ...others]), '/'), links([...pages, ...others]));
  assert.equal(
    withBase(links([...pages, ...others]), '/developers/en/'),
    links([...pages.map((page) => `/developers/en${page}`), ...others]),
  );
});

test('images of the portal are below its path', () => {
  const images =
    '<img src="/img/a.png" alt=""> <img src="https://example.com/a.png" alt=""> <img src="//example.com/a.png">';
  assert.equal(withBase(images, '/developers/en/'), images.replace('/img', '/developers/en/img'));
});
