import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { LoggedRequest, RequestPage } from '../../generated/platform/types.gen.ts';
import { mergeNewest } from './merge-newest.ts';

const page = (hasMore: boolean, ...ids: string[]): RequestPage => ({
  data: ids.map((id) => ({ id }) as LoggedRequest),
  has_more: hasMore,
  next_cursor: hasMore ? 'next' : null,
});
const ids = (pages: RequestPage[]) => pages.map(({ data }) => data.map(({ id }) => id));

it('puts new calls above the others, and leaves the other pages unchanged', () => {
  const pages = [page(true, 'd', 'c'), page(false, 'b')];
  const merged = mergeNewest(pages, page(true, 'f', 'e', 'd'));
  assert.deepEqual(ids(merged), [['f', 'e', 'd', 'c'], ['b']]);
  assert.equal(merged[1], pages[1]);
});

it('changes nothing where nothing is new', () => {
  const pages = [page(false, 'b', 'a')];
  assert.equal(mergeNewest(pages, page(false, 'b', 'a')), pages);
});

it('fills an empty list', () => {
  assert.deepEqual(ids(mergeNewest([page(false)], page(true, 'b', 'a'))), [['b', 'a']]);
});

it('never hides calls that lie between the list and the newest page', () => {
  assert.deepEqual(ids(mergeNewest([page(true, 'b', 'a')], page(true, 'z', 'y'))), [['z', 'y']]);
  assert.deepEqual(ids(mergeNewest([page(false, 'a')], page(false, 'c', 'b'))), [['c', 'b', 'a']]);
});

it('lets the last pages go before the list becomes too long to be smooth', () => {
  const many = page(true, ...Array.from({ length: 1_000 }, (_, index) => `old-${index}`));
  const pages = [
    page(true, 'b'),
    many,
    { ...many, data: many.data.map(({ id }) => ({ id: `older ${id}` }) as LoggedRequest) },
  ];
  assert.deepEqual(
    mergeNewest(pages, page(true, 'c', 'b')).map(({ data }) => data.length),
    [2, 1_000],
  );
});

it('starts afresh before the first page becomes too long', () => {
  const long = page(true, ...Array.from({ length: 2_000 }, (_, index) => `old-${index}`));
  assert.deepEqual(ids(mergeNewest([long], page(true, 'new', 'old-0'))), [['new', 'old-0']]);
});
