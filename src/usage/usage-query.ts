import type { GetMetricsData } from '../generated/platform/types.gen.ts';

type Asked = NonNullable<GetMetricsData['query']>;

export const periods = ['1h', '24h', '7d', '30d'] as const satisfies NonNullable<Asked['period']>[];
export type Period = (typeof periods)[number];

export const groupings = [
  'api',
  'operation',
  'version',
  'credential',
  'status',
  'error_code',
] as const satisfies NonNullable<Asked['by']>[];
export type Grouping = (typeof groupings)[number];

const filters = ['api', 'operation', 'credential_id'] as const;

/** What the page shows, as in its address. */
export interface UsageQuery extends Pick<Asked, (typeof filters)[number]> {
  period: Period;
  by: Grouping;
}

/** Reads what to show from a page's query string; what is missing or invalid is as usual. */
export function readUsageQuery(search: string): UsageQuery {
  const query = new URLSearchParams(search);
  const given = filters.flatMap((name) => {
    const value = query.get(name)?.trim();
    return value ? [[name, value]] : [];
  });
  return {
    period: periods.find((period) => period === query.get('period')) ?? '24h',
    by: groupings.find((by) => by === query.get('by')) ?? 'api',
    ...Object.fromEntries(given),
  };
}

/** The query string of a page that shows this; what is as usual is left out. */
export function writeUsageQuery(query: UsageQuery): string {
  const written = new URLSearchParams();
  if (query.period !== '24h') written.set('period', query.period);
  if (query.by !== 'api') written.set('by', query.by);
  for (const name of filters) if (query[name]) written.set(name, query[name]);
  return written.size > 0 ? `?${written}` : '';
}

export function isFiltered(query: UsageQuery): boolean {
  return filters.some((name) => query[name] !== undefined);
}

/** The same for the platform API. Without an API, only calls to sandboxes: the portal's own pages call the platform's. */
export function askFor(query: UsageQuery): Asked {
  return query.api ? query : { ...query, target: 'sandbox' };
}
