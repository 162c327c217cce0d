import type { PageQueries } from './pager.ts';

/** The URL of another page: the request's URL with other page parameters. */
export function pageUrl(url: string, query: Record<string, string>): string {
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  return target.href;
}

/** A `Link` header (RFC 8288) to the first, previous, next and last page. */
export function linkHeader(url: string, queries: PageQueries): string {
  return Object.entries(queries)
    .map(([relation, query]) => `<${pageUrl(url, query)}>; rel="${relation}"`)
    .join(', ');
}
