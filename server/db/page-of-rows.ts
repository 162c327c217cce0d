/** A page of a list, and whether more rows follow. */
export interface PageOfRows<Row> {
  rows: Row[];
  hasMore: boolean;
}

/** Cuts the result of a query for `limit` + 1 rows to a page. */
export function pageOfRows<Row>(found: Row[], limit: number): PageOfRows<Row> {
  return { rows: found.slice(0, limit), hasMore: found.length > limit };
}
