import type { Delivery, DeliveryPage } from '../../generated/platform/types.gen.ts';
import { type LogFilters, matchesFilters } from './log-filters.ts';

/**
 * Merges changed deliveries into the pages of a list, the newest first: known rows are updated or removed, new ones are inserted.
 * Unchanged pages remain the same objects. Rows beyond the last loaded page are left to the next one.
 */
export function mergeDeliveries(pages: DeliveryPage[], changed: Delivery[], filters: LogFilters): DeliveryPage[] {
  return changed.reduce((merged, delivery) => mergeOne(merged, delivery, filters), pages);
}

function mergeOne(pages: DeliveryPage[], delivery: Delivery, filters: LogFilters): DeliveryPage[] {
  const belongs = matchesFilters(delivery, filters);
  const known = pages.findIndex(({ data }) => data.some(({ id }) => id === delivery.id));
  if (known >= 0) {
    return replacePage(pages, known, (rows) =>
      rows.flatMap((row) => (row.id !== delivery.id ? row : belongs === false ? [] : delivery)),
    );
  }
  if (!belongs) return pages;
  const place = pages.findIndex(
    ({ data, has_more }) => !has_more || data.some((row) => row.created_at <= delivery.created_at),
  );
  return replacePage(pages, place, (rows) => {
    const behind = rows.findIndex((row) => row.created_at <= delivery.created_at);
    return rows.toSpliced(behind < 0 ? rows.length : behind, 0, delivery);
  });
}

function replacePage(pages: DeliveryPage[], at: number, change: (rows: Delivery[]) => Delivery[]): DeliveryPage[] {
  return pages.map((page, index) => (index === at ? { ...page, data: change(page.data) } : page));
}
