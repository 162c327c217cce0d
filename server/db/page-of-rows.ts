/** A page of a list, and whether there is more of it. */
export interface PageOfRows<Row> {
  rows: Row[];
  hasMore: boolean;
}

/** The page of so many rows at most, where one row more was asked for. */
export function pageOfRows<Row>(found: Row[], limit: number): PageOfRows<Row> {
  return { rows: found.slice(0, limit), hasMore: found.length > limit };
}
