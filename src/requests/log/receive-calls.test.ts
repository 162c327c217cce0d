import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { LoggedRequest, RequestPage } from '../../generated/platform/types.gen.ts';
import { receiveCalls } from './receive-calls.ts';

const page = (...ids: string[]): RequestPage => ({
  data: ids.map((id) => ({ id }) as LoggedRequest),
  has_more: false,
  next_cursor: null,
});
const ids = (pages: RequestPage[] | undefined) => pages?.flatMap(({ data }) => data.map(({ id }) => id));
const streamed = (...given: string[]) => ({ newest: page(...given), isWhole: false });
const read = (...given: string[]) => ({ newest: page(...given), isWhole: true });
const list = { pages: [page('b', 'a')], waiting: new Set<string>() };

it('puts new calls on top, each once', () => {
  assert.deepEqual(ids(receiveCalls(list, streamed('c', 'b'), false)?.pages), ['c', 'b', 'a']);
  assert.equal(receiveCalls(list, streamed('b'), false), list);
});

it('has new calls wait while somebody reads, without touching what they read', () => {
  const first = receiveCalls(list, streamed('d', 'c'), true);
  assert.equal(first?.pages, list.pages);
  assert.deepEqual([...(first?.waiting ?? [])], ['d', 'c']);
  assert.equal(first && receiveCalls(first, read('d', 'c', 'b', 'a'), true), first);
});

it('shows those that wait with the server’s newest page, and leaves none out before a newer one', () => {
  const waiting = { ...list, waiting: new Set(['c']) };
  assert.equal(receiveCalls(waiting, streamed('d'), false), undefined);
  const shown = receiveCalls(waiting, read('d', 'c', 'b', 'a'), false);
  assert.deepEqual([ids(shown?.pages), shown?.waiting.size], [['d', 'c', 'b', 'a'], 0]);
});

it('has the server tell where a list goes on that has become too long', () => {
  const long = {
    pages: [page(...Array.from({ length: 2_000 }, (_, index) => `old-${index}`))],
    waiting: new Set<string>(),
  };
  assert.equal(receiveCalls(long, streamed('new'), false), undefined);
  assert.deepEqual(ids(receiveCalls(long, read('new', 'old-0'), false)?.pages), ['new', 'old-0']);
});
