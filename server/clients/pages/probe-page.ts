import { encodeCursor } from '../../dialect/pagination/cursor.ts';
import type { PageFacts, PageQueries, Pager } from '../../dialect/pagination/pager.ts';

/** A page in the middle of a list, whose numbers stand for nothing else: where one of them is written, its meaning is known. */
const limit = 1009;
const pageNumber = 100_004;
const last = { seq: 4_242_421, keys: ['probe'], order: 'probe' };

export const probe = {
  url: 'https://probe.invalid/list',
  limit,
  pageNumber,
  offset: (pageNumber - 1) * limit,
  pages: 200_003,
  total: 200_003 * limit - 4,
  cursor: encodeCursor(last),
};

/** The facts of that page, as a pager gets them; `spelling` is the pager that the request used, if there are several. */
export function probeFacts(spelling?: Pager): PageFacts {
  const { offset, total } = probe;
  return { limit, offset, total, count: 997, last, hasMore: true, ...(spelling && { spelling }) };
}

/** The parameters of pages, as the pager writes them for that page. */
export function probeQueries(pager: Pager, spelling?: Pager): PageQueries {
  return pager.queries(probeFacts(spelling));
}
