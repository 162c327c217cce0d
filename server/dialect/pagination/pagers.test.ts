import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cursorPager } from './cursor.ts';
import { linkHeader, pageUrl } from './link-header.ts';
import { offsetLimit } from './offset.ts';
import { pageNumber } from './page-number.ts';
import type { PageFacts, Pager } from './pager.ts';

/** Walks a list of `total` records by the `next` of each page; returns the record positions of each page. */
function walk(pager: Pager, total: number, query: Record<string, unknown> = {}): number[][] {
  const pages: number[][] = [];
  for (let next: Record<string, unknown> | undefined = query; next && pages.length < 100; ) {
    const facts = factsOf(pager, total, { ...query, ...next });
    const first = facts.after?.seq ?? facts.offset;
    pages.push(Array.from({ length: facts.count }, (_, index) => first + index));
    next = pager.queries(facts).next;
  }
  return pages;
}

function factsOf(pager: Pager, total: number, query: Record<string, unknown>): PageFacts {
  const request = pager.read(query);
  const first = request.after?.seq ?? request.offset;
  const count = Math.max(Math.min(request.limit, total - first), 0);
  return {
    ...request,
    count,
    total,
    last: { seq: first + count, keys: [], order: '' },
    hasMore: first + count < total,
  };
}

const pagers: Record<string, Pager> = {
  'page number': pageNumber({ perPage: 'per_page', size: 3 }),
  'page number from 0': pageNumber({ perPage: 'size', first: 0, size: 3 }),
  'page number of fixed size': pageNumber({ size: 3 }),
  offset: offsetLimit({ size: 3 }),
  cursor: cursorPager({ limit: 'limit', size: 3 }),
};

describe('walking a list', () => {
  for (const [name, pager] of Object.entries(pagers)) {
    test(`by ${name} skips and repeats nothing`, () => {
      for (const total of [0, 1, 2, 3, 4, 6, 7]) {
        const all = walk(pager, total).flat();
        assert.deepEqual(
          all,
          Array.from({ length: total }, (_, index) => index),
          `${total} records`,
        );
      }
    });
  }

  test('uses the requested size on every page', () => {
    assert.deepEqual(
      walk(pagers['page number'] as Pager, 5, { per_page: 2 }).map(({ length }) => length),
      [2, 2, 1],
    );
    assert.deepEqual(
      walk(pagers.cursor as Pager, 5, { limit: 2 }).map(({ length }) => length),
      [2, 2, 1],
    );
  });
});

describe('a page', () => {
  test('is read with its defaults and clamped to its bounds', () => {
    const pager = pageNumber({ perPage: 'per_page', size: 50, max: 100 });
    assert.deepEqual(pager.read({}), { limit: 50, offset: 0 });
    assert.deepEqual(pager.read({ page: 3, per_page: 20 }), { limit: 20, offset: 40 });
    assert.deepEqual(pager.read({ page: -1, per_page: 1000 }), { limit: 100, offset: 0 });
    assert.deepEqual(pager.read({ page: '', per_page: 'x' }), { limit: 50, offset: 0 });
    assert.deepEqual(pager.read({ page: '2', per_page: '0' }), { limit: 1, offset: 1 });
  });

  test('counted from 0 begins at 0', () => {
    const pager = pageNumber({ perPage: 'size', first: 0, size: 20 });
    assert.deepEqual(pager.read({}), { limit: 20, offset: 0 });
    assert.deepEqual(pager.read({ page: 1 }), { limit: 20, offset: 20 });
    const { first, prev, next, last } = pager.queries(factsOf(pager, 50, { page: 1 }));
    assert.deepEqual([first?.page, prev?.page, next?.page, last?.page], ['0', '0', '2', '2']);
  });

  test('far beyond the end is empty, stays an integer, and links back to the last', () => {
    const pager = pageNumber({ perPage: 'per_page', size: 7 });
    for (const page of [99, Number.MAX_SAFE_INTEGER, 1e300]) {
      const facts = factsOf(pager, 20, { page });
      assert.ok(Number.isSafeInteger(facts.offset), `offset ${facts.offset}`);
      assert.deepEqual(pager.queries(facts).prev, { page: '3', per_page: '7' });
      assert.equal(pager.queries(facts).next, undefined);
    }
    assert.ok(Number.isSafeInteger(offsetLimit().read({ offset: 1e300 }).offset));
  });

  test('of an empty list is the first and the last', () => {
    const pager = pagers['page number'] as Pager;
    assert.deepEqual(pager.queries(factsOf(pager, 0, {})), {
      self: { page: '1', per_page: '3' },
      first: { page: '1', per_page: '3' },
      last: { page: '1', per_page: '3' },
    });
  });

  test('by offset knows its neighbours', () => {
    const pager = offsetLimit({ offset: 'deslocamento', limit: 'limite', size: 10 });
    const { prev, next, last } = pager.queries(factsOf(pager, 35, { deslocamento: 5 }));
    assert.deepEqual([prev?.deslocamento, next?.deslocamento, last?.deslocamento], ['0', '15', '30']);
  });

  test('starts at the beginning without a mark, and is refused for one that cannot be read', () => {
    const refused = (error: { code?: string }) => error.code === 'invalid_fields';
    for (const [name, pager] of Object.entries({ cursor: pagers.cursor, page: pageNumber(), offset: offsetLimit() })) {
      for (const mark of [undefined, '']) assert.equal(pager?.read({ [name]: mark }).offset, 0);
      for (const mark of ['*', 'nonsense', 'YWZ0ZXI6LTE', 'NaN'])
        assert.throws(() => pager?.read({ [name]: mark }), refused, `${name}=${mark}`);
    }
  });

  test('by cursor may take the id of a record, and gives it where that is the convention', () => {
    const pager = cursorPager({ cursor: 'starting_after', before: 'ending_before', limit: 'limit', ids: 'given' });
    assert.deepEqual(pager.read({ starting_after: 'a1' }).ids, { after: 'a1' });
    assert.deepEqual(pager.read({ ending_before: 'b2' }).ids, { before: 'b2' });
    const last = { seq: 7, keys: [], order: '', id: 'z9' };
    const facts = { limit: 2, offset: 0, count: 2, total: 9, hasMore: true, last };
    assert.deepEqual(pager.queries(facts).next, { starting_after: 'z9', limit: '2' });
    // In another order, an id does not tell a place.
    assert.notEqual(pager.queries({ ...facts, last: { ...last, keys: [1] } }).next?.starting_after, 'z9');
  });
});

describe('a Link header', () => {
  test('preserves other query parameters', () => {
    const url = 'https://portal.example/sandbox/notas/v1/customers?external_id=a%26b&page=2';
    assert.equal(
      pageUrl(url, { page: '3', per_page: '5' }),
      'https://portal.example/sandbox/notas/v1/customers?external_id=a%26b&page=3&per_page=5',
    );
    assert.equal(
      linkHeader(url, { next: { page: '3' } }),
      '<https://portal.example/sandbox/notas/v1/customers?external_id=a%26b&page=3>; rel="next"',
    );
  });

  test('cannot be injected into through the URL', () => {
    const header = linkHeader('https://portal.example/a?q=%3E%3B%20rel=%22next%22', { first: { page: '1"><x' } }) ?? '';
    assert.equal(header.split('>').length, 2);
  });
});
