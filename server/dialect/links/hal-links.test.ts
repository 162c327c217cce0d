import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halLinks } from './hal-links.ts';
import { linkList } from './link-list.ts';
import type { RecordLink } from './link-style.ts';

const links: RecordLink[] = [
  { rel: 'self', href: '/a/1', method: 'GET', isTemplate: false, query: [] },
  { rel: 'approve', href: '/a/1/approve', method: 'PUT', isTemplate: false, query: [] },
  { rel: 'parts', href: '/a/1/parts', method: 'GET', isTemplate: false, query: ['page', 'search'] },
  { rel: 'buy', href: '/b/{id}/buys', method: 'POST', isTemplate: true, query: [] },
];

test('each link has its URL and method; only a template is marked', () => {
  assert.deepEqual(halLinks.write(links), {
    self: { href: '/a/1', type: 'GET' },
    approve: { href: '/a/1/approve', type: 'PUT' },
    parts: { href: '/a/1/parts{?page,search}', type: 'GET', templated: true },
    buy: { href: '/b/{id}/buys', type: 'POST', templated: true },
  });
});

test('a link list has only names and URLs', () => {
  assert.deepEqual(linkList.write(links.slice(0, 1)), [{ rel: 'self', href: '/a/1' }]);
});
