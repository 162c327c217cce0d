/** A page of a list, and whether more rows follow. */
export interface PageOfRows<Row> {
  rows: Row[];
  hasMore: boolean;
}

/** Bytes of text that one page reads: to write more would stop other callers. */
const mostBytes = 2 ** 20;

/** Cuts the result of a query for `limit` + 1 rows to a page. */
export function pageOfRows<Row>(found: Row[], limit: number): PageOfRows<Row> {
  return { rows: found.slice(0, limit), hasMore: found.length > limit };
}

/** How many of a page's rows, given the bytes of each, are read at once: those of one MiB, and at least one. */
export function rowsThatFit(rows: { bytes: number }[], limit: number): number {
  let left = mostBytes;
  const tooMany = rows.findIndex(({ bytes }) => {
    left -= bytes;
    return left < 0;
  });
  return tooMany < 0 ? limit : Math.max(1, Math.min(tooMany, limit));
}
