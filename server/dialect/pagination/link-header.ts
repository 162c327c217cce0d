import type { PageQueries } from './pager.ts';

/** The URL of another page: the request's URL with other page parameters. */
export function pageUrl(url: string, query: Record<string, string>): string {
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  return target.href;
}

/** Clients commonly refuse responses with more than 16 KiB of headers. */
const longest = 8000;

/** A `Link` header (RFC 8288) to the first, previous, next and last page; undefined if it would be too long to be read. */
export function linkHeader(url: string, queries: PageQueries): string | undefined {
  const { self: _, ...others } = queries;
  const header = Object.entries(others)
    .map(([relation, query]) => `<${pageUrl(url, query)}>; rel="${relation}"`)
    .join(', ');
  return header.length > longest ? undefined : header;
}
