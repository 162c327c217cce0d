import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { DeliveryPage } from '../../generated/platform/types.gen.ts';
import { deliveryFixture } from './delivery-fixture.ts';
import { mergeDeliveries } from './merge-deliveries.ts';

const at = (hour: number) => `2026-01-01T0${hour}:00:00.000Z`;
const row = (id: string, hour: number) => deliveryFixture({ id, created_at: at(hour) });
const page = (hasMore: boolean, ...data: DeliveryPage['data']): DeliveryPage => ({
  data,
  has_more: hasMore,
  next_cursor: hasMore ? 'next' : null,
});
const ids = (pages: DeliveryPage[]) => pages.map(({ data }) => data.map(({ id }) => id));

it('updates an existing row, and leaves the other pages unchanged', () => {
  const pages = [page(true, row('d', 4), row('c', 3)), page(false, row('b', 2))];
  const merged = mergeDeliveries(pages, [{ ...row('b', 2), status: 'delivered' }], {});
  assert.equal(merged[1]?.data[0]?.status, 'delivered');
  assert.equal(merged[0], pages[0]);
});

it('inserts a new row by time, also into an empty list', () => {
  assert.deepEqual(ids(mergeDeliveries([page(false, row('b', 2))], [row('c', 3), row('a', 1)], {})), [['c', 'b', 'a']]);
  assert.deepEqual(ids(mergeDeliveries([page(false)], [row('a', 1)], {})), [['a']]);
});

it('leaves anything older than the loaded rows to the next page', () => {
  const pages = [page(true, row('c', 3))];
  assert.deepEqual(ids(mergeDeliveries(pages, [row('a', 1)], {})), [['c']]);
});

it('removes a row that no longer matches, and ignores one that never did', () => {
  const pages = [page(false, row('b', 2))];
  const filters = { status: 'pending' as const };
  assert.deepEqual(ids(mergeDeliveries(pages, [{ ...row('b', 2), status: 'failed' }], filters)), [[]]);
  assert.deepEqual(ids(mergeDeliveries(pages, [{ ...row('c', 3), status: 'failed' }], filters)), [['b']]);
});

it('does not guess whether a new row matches a text search', () => {
  assert.deepEqual(ids(mergeDeliveries([page(false)], [row('a', 1)], { q: 'x' })), [[]]);
});
