import type { Delivery, DeliveryStatus, ListDeliveriesData } from '../../generated/platform/types.gen.ts';

const exact = ['status', 'api', 'type', 'endpoint_id', 'event_id', 'record_id', 'request_id'] as const;
const names = ['q', ...exact, 'since', 'until'] as const;

/** The log's filters, as in the platform API and in the page's address. */
export type LogFilters = Pick<NonNullable<ListDeliveriesData['query']>, (typeof names)[number]>;

/** All statuses of a delivery. */
export const statuses: DeliveryStatus[] = ['pending', 'delivered', 'failed', 'skipped'];

/** Reads the filters from a page's query string; invalid ones are ignored. */
export function readFilters(search: string): LogFilters {
  const query = new URLSearchParams(search);
  const given = names.flatMap((name) => {
    const value = query.get(name)?.trim();
    if (!value || (name === 'status' && !statuses.includes(value as DeliveryStatus))) return [];
    if ((name === 'since' || name === 'until') && Number.isNaN(Date.parse(value))) return [];
    return [[name, value]];
  });
  return Object.fromEntries(given);
}

/** Replaces the filters in a query string; drops the open delivery, preserves everything else. */
export function writeFilters(search: string, filters: LogFilters): string {
  const query = new URLSearchParams(search);
  query.delete('delivery');
  for (const name of names) {
    query.delete(name);
    if (filters[name]) query.set(name, filters[name]);
  }
  return `?${query}`;
}

/** Whether a delivery matches the filters; undefined if only the server can decide. */
export function matchesFilters(delivery: Delivery, filters: LogFilters): boolean | undefined {
  const facts = { ...delivery, record_id: delivery.record.id };
  if (exact.some((name) => filters[name] !== undefined && filters[name] !== facts[name])) return false;
  const time = Date.parse(delivery.created_at);
  if (filters.since && time < Date.parse(filters.since)) return false;
  if (filters.until && time >= Date.parse(filters.until)) return false;
  return filters.q ? undefined : true;
}
