import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halPage } from './hal-page.ts';
import { pageNumber } from './page-number.ts';

const pager = pageNumber({ page: 'page', perPage: 'size', first: 0, size: 20, max: 100 });

function written(query: Record<string, string>, total: number): unknown {
  const request = pager.read(query);
  const count = Math.max(Math.min(request.limit, total - request.offset), 0);
  const page = { ...request, count, total, hasMore: request.offset + count < total };
  const url = `https://api.example/v2/payables?${new URLSearchParams({ search: 'a:1', ...query })}`;
  return halPage.write({ name: 'payables', items: [], url, page, queries: pager.queries(page) });
}

const link = (page: number, size = 2) => ({
  href: `https://api.example/v2/payables?search=a%3A1&page=${page}&size=${size}`,
  type: 'GET',
});

test('page numbers start at 0, and links keep the search parameters', () => {
  assert.deepEqual(written({ page: '1', size: '2' }, 5), {
    _embedded: { payables: [] },
    _links: { first: link(0), self: link(1), next: link(2), prev: link(0), last: link(2) },
    page: { size: 2, totalElements: 5, totalPages: 3, number: 1 },
  });
});

test('the first page has no previous one, the last no next one', () => {
  assert.deepEqual(written({ page: '2', size: '2' }, 5), {
    _embedded: { payables: [] },
    _links: { first: link(0), self: link(2), prev: link(1), last: link(2) },
    page: { size: 2, totalElements: 5, totalPages: 3, number: 2 },
  });
});

test('an empty list has one page in its links, and a page count of 0', () => {
  assert.deepEqual(written({ page: '0', size: '2' }, 0), {
    _embedded: { payables: [] },
    _links: { first: link(0), self: link(0), last: link(0) },
    page: { size: 2, totalElements: 0, totalPages: 0, number: 0 },
  });
});
