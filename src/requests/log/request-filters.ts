import type { ListRequestsData } from '../../generated/platform/types.gen.ts';

type Query = NonNullable<ListRequestsData['query']>;

/** The log's filters as in the page's address. */
export interface RequestFilters {
  /** Only calls to sandboxes, unless it says otherwise. */
  target?: 'all' | 'platform';
  api?: string;
  operation?: string;
  method?: string;
  /** `422`, a class: `4xx`, or a class without a status: `4xx-429`. */
  status?: string;
  error_code?: string;
  credential_id?: string;
  since?: string;
  until?: string;
  q?: string;
}

const texts = ['api', 'operation', 'error_code', 'credential_id', 'q'] as const;
const names = ['target', ...texts, 'method', 'status', 'since', 'until'] as const;
const isValid: Partial<Record<(typeof names)[number], (value: string) => boolean>> = {
  target: (value) => value === 'all' || value === 'platform',
  method: (value) => /^[A-Z]{3,20}$/.test(value),
  status: (value) => /^([1-5]\d\d|[2-5]xx(-[1-5]\d\d)?)$/.test(value),
  since: (value) => !Number.isNaN(Date.parse(value)),
  until: (value) => !Number.isNaN(Date.parse(value)),
};

/** Longer texts are refused by the platform API. */
const longest = 100;

/** Reads the filters from a page's query string; what is not valid is ignored. */
export function readFilters(search: string): RequestFilters {
  const query = new URLSearchParams(search);
  const given = names.flatMap((name) => {
    const value = query.get(name)?.trim().slice(0, longest);
    return value && (isValid[name]?.(value) ?? true) ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}

/** Replaces the filters in a query string; drops the open call, and leaves everything else. */
export function writeFilters(search: string, filters: RequestFilters): string {
  const query = new URLSearchParams(search);
  query.delete('id');
  for (const name of names) {
    query.delete(name);
    if (filters[name]) query.set(name, filters[name]);
  }
  return `?${query}`;
}

/** The same filters as a query of the platform API. */
export function toQuery({ target, status, ...same }: RequestFilters): Query {
  const query: Query = { ...same };
  if (target === 'platform' || (target === undefined && same.api !== 'platform')) query.target = target ?? 'sandbox';
  const [wanted, except] = status?.split('-') ?? [];
  if (wanted?.endsWith('xx')) query.status_class = wanted as NonNullable<Query['status_class']>;
  else if (wanted) query.status = Number(wanted);
  if (except) query.except_status = Number(except);
  return query;
}

/** Whether the reader has narrowed the list; whose calls are shown does not count. */
export function isFiltered({ target: _, ...filters }: RequestFilters): boolean {
  return Object.values(filters).some(Boolean);
}
