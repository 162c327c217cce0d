import type { Answer } from '../answers/answer.ts';
import type { PageOfRows } from '../db/page-of-rows.ts';
import { cursorPager, encodeCursor, invalidCursor } from '../dialect/pagination/cursor.ts';
import type { Mark } from '../dialect/pagination/pager.ts';
import type { PlaceInTime } from '../identity/newest-first.ts';

/** The paging parameters of every list of the platform API. */
interface PageQuery {
  limit?: number;
  cursor?: string;
}

/** How a list is paged: where a page starts, and how the place of a row is encoded in a cursor. */
export interface Paging<Row, Place> {
  read(query: PageQuery): { limit: number; after?: Place };
  markOf(row: Row): Mark;
}

const pager = cursorPager({ limit: 'limit', size: 20, max: 100, start: '' });

/** Pages of a list whose rows have numbers. `order` names the list and its direction, for which alone a cursor is valid. */
export function byNumber(order: string): Paging<{ seq: number }, number> {
  return {
    read: (query) => {
      const { limit, after } = pager.read({ ...query });
      if (after && after.order !== order) throw invalidCursor('cursor');
      return { limit, after: after?.seq };
    },
    markOf: ({ seq }) => ({ order, seq, keys: [] }),
  };
}

/** Pages of a newest-first list. */
export function byTime(order: string): Paging<{ created_at: string; id: string }, PlaceInTime> {
  return {
    read: (query) => {
      const { limit, after } = pager.read({ ...query });
      if (after && (after.order !== order || after.keys.length !== 2)) throw invalidCursor('cursor');
      const [createdAt, id] = (after?.keys ?? []).map(String);
      return { limit, after: createdAt !== undefined && id !== undefined ? { createdAt, id } : undefined };
    },
    markOf: ({ created_at, id }) => ({ order, seq: 0, keys: [created_at, id] }),
  };
}

/** Responds with a page of rows: `{data, has_more, next_cursor}`. */
export function answerPage<Row>(
  { markOf }: Pick<Paging<Row, unknown>, 'markOf'>,
  { rows, hasMore }: PageOfRows<Row>,
  data: unknown[],
): Answer {
  const last = rows.at(-1);
  const next_cursor = hasMore && last ? encodeCursor(markOf(last)) : null;
  return { status: 200, mediaType: 'application/json', body: { data, has_more: hasMore, next_cursor } };
}
