import type { MetricsGroup } from '../generated/platform/types.gen.ts';
import type { Grouping, UsageQuery } from './usage-query.ts';

/** Criteria of the requests page, by their names in its address. */
export type Criteria = Partial<
  Record<'api' | 'operation' | 'credential_id' | 'status' | 'error_code' | 'q' | 'until', string>
>;

/** The address of the requests behind a figure: what the page shows, since a time, and what narrows it down. */
export function requestsLink(query: UsageQuery, since: string, narrowed: Criteria = {}): string {
  const { api, operation, credential_id } = query;
  const criteria = { ...(!api && { target: 'sandbox' }), api, operation, credential_id, since, ...narrowed };
  // An API is named either way.
  if (narrowed.api) criteria.target = undefined;
  const given = Object.entries(criteria).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/requests?${new URLSearchParams(given)}`;
}

/** What narrows requests down to those of a group; undefined if nothing does. */
export function criteriaOf(by: Grouping, { api, name }: Pick<MetricsGroup, 'api' | 'name'>): Criteria | undefined {
  // Dropped connections have no status.
  if (!name || (by === 'status' && name === '0')) return undefined;
  if (by === 'operation') return { ...(api && { api }), operation: name };
  if (by === 'version') return { ...(api && { api }), q: `/${api}/${name}/` };
  return { [by === 'credential' ? 'credential_id' : by]: name };
}

/** What the page shows after a click on a group: its parts, where there is something to split it by. */
export function querySplitting(
  query: UsageQuery,
  { api, name }: Pick<MetricsGroup, 'api' | 'name'>,
): UsageQuery | undefined {
  if (!name) return undefined;
  if (query.by === 'api') return { ...query, api: name, by: 'operation' };
  if (query.by === 'operation') return { ...query, ...(api && { api }), operation: name, by: 'status' };
  return query.by === 'credential' ? { ...query, credential_id: name, by: 'api' } : undefined;
}
