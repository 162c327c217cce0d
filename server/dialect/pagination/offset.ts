import { say } from '../../answers/say.ts';
import { integerOf, markOf, type PageQueries, type Pager } from './pager.ts';

export interface OffsetOptions {
  offset?: string;
  limit?: string;
  size?: number;
  max?: number;
}

/** Pages by offset: `?offset=40&limit=20`. */
export function offsetLimit({ offset = 'offset', limit = 'limit', size = 20, max = 1000 }: OffsetOptions = {}): Pager {
  const query = (skip: number, take: number) => ({ [offset]: String(skip), [limit]: String(take) });
  return {
    name: say('conventions.offset', { offset, limit }),
    parameters: [offset, limit],
    marks: [offset],
    read: (values) => ({
      limit: integerOf(values[limit], { byDefault: size, min: 1, max }),
      offset: markOf(values, offset, { byDefault: 0, min: 0, max: Number.MAX_SAFE_INTEGER }),
    }),
    queries: (facts) => {
      const lastOffset = Math.max(Math.ceil(facts.total / facts.limit) - 1, 0) * facts.limit;
      const queries: PageQueries = {
        self: query(facts.offset, facts.limit),
        first: query(0, facts.limit),
        last: query(lastOffset, facts.limit),
      };
      if (facts.offset > 0) queries.prev = query(Math.max(facts.offset - facts.limit, 0), facts.limit);
      if (facts.hasMore) queries.next = query(facts.offset + facts.limit, facts.limit);
      return queries;
    },
  };
}
