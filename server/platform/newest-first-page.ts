import { cursorPager, encodeCursor, invalidCursor } from '../dialect/pagination/cursor.ts';
import type { PageOfNewest } from '../identity/newest-first.ts';
import type { HandlerCall } from '../pipeline/handle-request.ts';

const pager = cursorPager({ limit: 'limit', size: 20, max: 100, start: '' });

/** A page of a list, as every list of the platform API shows it. */
export interface ListPage<Row> {
  rows: Row[];
  has_more: boolean;
  next_cursor: string | null;
}

/** Reads a page of keys or clients by the cursor and the limit of the request. */
export async function newestFirstPage<Row extends { created_at: string; id: string }>(
  { request }: Pick<HandlerCall, 'request'>,
  order: string,
  read: (page: PageOfNewest) => Promise<Row[]>,
): Promise<ListPage<Row>> {
  const { limit, after } = pager.read(request.parameters.query);
  if (after && (after.order !== order || after.keys.length !== 2)) throw invalidCursor('cursor');
  const [createdAt, id] = (after?.keys ?? []).map(String);
  const place = createdAt !== undefined && id !== undefined ? { createdAt, id } : undefined;
  const rows = await read({ limit: limit + 1, after: place });
  return page(rows, limit, (last) => ({ order, seq: 0, keys: [last.created_at, last.id] }));
}

/** Reads a page of a list whose rows have numbers. */
export async function numberedPage<Row extends { seq: number }>(
  { request }: Pick<HandlerCall, 'request'>,
  order: string,
  read: (page: { limit: number; before?: number }) => Promise<Row[]>,
): Promise<ListPage<Row>> {
  const { limit, after } = pager.read(request.parameters.query);
  if (after && after.order !== order) throw invalidCursor('cursor');
  const rows = await read({ limit: limit + 1, before: after?.seq });
  return page(rows, limit, ({ seq }) => ({ order, seq, keys: [] }));
}

function page<Row>(
  read: Row[],
  limit: number,
  markOf: (last: Row) => Parameters<typeof encodeCursor>[0],
): ListPage<Row> {
  const rows = read.slice(0, limit);
  const last = rows.at(-1);
  const has_more = read.length > limit;
  return { rows, has_more, next_cursor: has_more && last ? encodeCursor(markOf(last)) : null };
}
