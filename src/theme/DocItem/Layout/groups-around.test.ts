import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import { groupsAround } from './groups-around.ts';

const group = (label: string, items: object[], href?: string) => ({ type: 'category', label, href, items });
const items = [
  { type: 'link', label: 'Start', href: '/guides' },
  group('Trains', [group('Bookings', [{ type: 'link', label: 'Book', href: '/book' }])], '/trains'),
] as unknown as PropSidebarItem[];

test('a page is in the groups around it, and a group is not in itself', () => {
  const names = (pathname: string) => groupsAround(items, pathname).map(({ label }) => label);
  assert.deepEqual(names('/book'), ['Trains', 'Bookings']);
  assert.deepEqual(names('/trains'), []);
  assert.deepEqual(names('/guides'), []);
});
