import type { Delivery, DeliveryStatus, ListDeliveriesData } from '../../generated/platform/types.gen.ts';

const exact = ['status', 'api', 'type', 'endpoint_id', 'event_id', 'record_id', 'request_id'] as const;
const names = ['q', ...exact, 'since', 'until'] as const;

/** What the log is searched by, as the platform API takes it and as the page's address says it. */
export type LogFilters = Pick<NonNullable<ListDeliveriesData['query']>, (typeof names)[number]>;

/** Every situation in which a delivery can be. */
export const statuses: DeliveryStatus[] = ['pending', 'delivered', 'failed', 'skipped'];

/** Reads the filters that a page's address names; what makes no sense there is left out. */
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

/** The same address with these filters and no others; the rest of it stays, but for the delivery that was open. */
export function writeFilters(search: string, filters: LogFilters): string {
  const query = new URLSearchParams(search);
  query.delete('delivery');
  for (const name of names) {
    query.delete(name);
    if (filters[name]) query.set(name, filters[name]);
  }
  return `?${query}`;
}

/** Whether a delivery is among those that are searched for; undefined where only the server can tell. */
export function matchesFilters(delivery: Delivery, filters: LogFilters): boolean | undefined {
  const facts = { ...delivery, record_id: delivery.record.id };
  if (exact.some((name) => filters[name] !== undefined && filters[name] !== facts[name])) return false;
  const time = Date.parse(delivery.created_at);
  if (filters.since && time < Date.parse(filters.since)) return false;
  if (filters.until && time >= Date.parse(filters.until)) return false;
  return filters.q ? undefined : true;
}
