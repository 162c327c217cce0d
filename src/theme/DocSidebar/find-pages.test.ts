import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import { findPages } from './find-pages.ts';

const page = (label: string, method?: string) => ({ type: 'link', href: `/${label}`, label, customProps: { method } });
const group = (label: string, items: object[], href?: string) => ({ type: 'category', label, href, items });
const items = [
  group('Trains', [group('Bookings', [page('Create a booking', 'post'), page('List bookings', 'get')])], '/trains'),
  group('Ações', [page('Emissão de nota', 'post')]),
] as unknown as PropSidebarItem[];

const found = (query: string) =>
  findPages(items, query).groups.map(({ path, pages }) => [...path, ...pages.map(({ label }) => label)].join(' / '));

test('pages are found by the beginnings of words in their names and methods', () => {
  assert.deepEqual(found('post book'), ['Trains / Bookings / Create a booking']);
  assert.deepEqual(found('ooking'), []);
});

test('accents and case do not matter', () => {
  assert.deepEqual(found('EMISSAO'), ['Ações / Emissão de nota']);
});

test('a group is found with all that is in it', () => {
  assert.deepEqual(found('train'), ['Trains', 'Trains / Bookings / Create a booking / List bookings']);
});

test('of very many, the first are shown and all are counted', () => {
  const many = Array.from({ length: 200 }, (_, index) => page(`Page ${index}`)) as unknown as PropSidebarItem[];
  const { groups, count } = findPages(many, 'page');
  assert.equal(count, 200);
  assert.equal(groups[0]?.pages.length, 80);
});
