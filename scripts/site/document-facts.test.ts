import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPages } from './pages-fixture.ts';

const about = (info: string, more = '') => `openapi: 3.1.0
info: {title: Info, version: "1", ${info}}
${more}
paths: {/a: {get: {tags: [T], responses: {'200': {description: ok}}}}}`;

test('the overview says what the document says of itself', async () => {
  const { index } = await readPages(
    about(
      'summary: In one line, description: "At *length*", termsOfService: https://example.com/tos, contact: {name: Ana, email: a@example.com}, license: {name: Free, identifier: MIT}',
      `externalDocs: {url: https://example.com/docs, description: The **book**}
tags: [{name: T, description: A *tag*, externalDocs: {url: https://example.com/t, description: More of T}}]`,
    ),
  );
  assert.equal(index.summary, 'In one line');
  assert.equal(index.description, '<p>At <em>length</em></p>');
  assert.equal(index.terms, 'https://example.com/tos');
  assert.deepEqual(index.contact, { name: 'Ana', email: 'a@example.com' });
  assert.deepEqual(index.license, { name: 'Free (MIT)', url: 'https://spdx.org/licenses/MIT.html' });
  assert.deepEqual(index.docs, { url: 'https://example.com/docs', text: '<p>The <strong>book</strong></p>' });
  assert.equal(index.tags[0]?.description, '<p>A <em>tag</em></p>');
  assert.deepEqual(index.tags[0]?.docs, { url: 'https://example.com/t', text: '<p>More of T</p>' });
});

test('what is no link to a page is none; an expression of licences has no page of its own', async () => {
  const { index } = await readPages(
    about(
      'termsOfService: "javascript:alert(1)", license: {name: Both, identifier: MIT OR Apache-2.0}',
      'externalDocs: {url: "/here"}',
    ),
  );
  assert.equal(index.terms, undefined);
  assert.equal(index.docs, undefined);
  assert.deepEqual(index.license, { name: 'Both (MIT OR Apache-2.0)' });
});

test('a logo is shown where images of its place are', async () => {
  const logo = (url: string) => about(`x-logo: {url: "${url}", altText: Ours}`);
  assert.deepEqual((await readPages(logo('/img/a.svg'))).index.logo, { url: '/img/a.svg', alt: 'Ours' });
  const outside = logo('https://img.example.com/a.svg');
  assert.equal((await readPages(outside)).index.logo, undefined);
  const settings = { descriptions: { images: ['img.example.com'] } };
  assert.equal((await readPages(outside, settings)).index.logo?.url, 'https://img.example.com/a.svg');
});

test('a document without operations has an overview', async () => {
  const { index } = await readPages('openapi: 3.1.0\ninfo: {title: Empty, version: "1"}\npaths: {}\n');
  assert.deepEqual([index.tags, index.webhooks], [[], []]);
});
