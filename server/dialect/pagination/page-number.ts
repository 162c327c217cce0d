import { say } from '../../answers/say.ts';
import { integerOf, markOf, type PageFacts, type PageQueries, type Pager, pageOf, totalPagesOf } from './pager.ts';

export interface PageNumberOptions {
  page?: string;
  perPage?: string;
  /** The number of the first page: 1, or 0 as in Spring. */
  first?: 0 | 1;
  size?: number;
  max?: number;
  headers?: (facts: PageFacts) => Record<string, string>;
}

/** Pages by number: `?page=2&per_page=50`. */
export function pageNumber(options: PageNumberOptions = {}): Pager {
  const { page = 'page', perPage, first = 1, size = 20, max = 1000, headers } = options;
  const names = [page, perPage].filter(Boolean).join(', ');
  const query = (number: number, limit: number): Record<string, string> => ({
    [page]: String(number - 1 + first),
    ...(perPage && { [perPage]: String(limit) }),
  });
  return {
    name: say('conventions.page-number', { names }),
    marks: [page],
    parameters: perPage ? [page, perPage] : [page],
    read: (values) => {
      const limit = perPage ? integerOf(values[perPage], { byDefault: size, min: 1, max }) : size;
      const number = markOf(values, page, { byDefault: first, min: first, max: Number.MAX_SAFE_INTEGER / limit });
      return { limit, offset: (number - first) * limit };
    },
    queries: (facts) => {
      const [number, pages, { limit }] = [pageOf(facts), totalPagesOf(facts), facts];
      const queries: PageQueries = {
        self: query(number, limit),
        first: query(1, limit),
        last: query(Math.max(pages, 1), limit),
      };
      if (number > 1) queries.prev = query(Math.min(number - 1, Math.max(pages, 1)), limit);
      if (number < pages) queries.next = query(number + 1, limit);
      return queries;
    },
    headers,
  };
}
