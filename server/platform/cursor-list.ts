import type { Answer } from '../dialect/answer.ts';
import { cursorPager, encodeCursor, invalidCursor } from '../dialect/pagination/cursor.ts';

const pager = cursorPager({ limit: 'limit', size: 20, max: 100, start: '' });

/** The page that a request asks for of a list; `order` names the list and the way in which it runs, which a cursor does not change. */
export function readCursor(query: Record<string, unknown>, order: string): { limit: number; after?: number } {
  const { limit, after } = pager.read(query);
  if (after && after.order !== order) throw invalidCursor('cursor');
  return { limit, after: after?.seq };
}

/** Answers with a page: `{data, has_more, next_cursor}`. */
export function cursorAnswer<Row extends { seq: number }>(
  { rows, hasMore }: { rows: Row[]; hasMore: boolean },
  order: string,
  show: (row: Row) => unknown,
): Answer {
  const last = rows.at(-1);
  const next_cursor = hasMore && last ? encodeCursor({ order, seq: last.seq, keys: [] }) : null;
  return { status: 200, mediaType: 'application/json', body: { data: rows.map(show), has_more: hasMore, next_cursor } };
}
