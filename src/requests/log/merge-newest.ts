import type { RequestPage } from '../../generated/platform/types.gen.ts';

/** So many rows stay in the list while new ones come in. */
const mostRows = 2_000;

/**
 * Puts the calls of a newest page above those of a list. If the list becomes too long, its last pages go. Where calls may lie between
 * the two, or the first page alone is too long, the newest page is the whole list. Pages in which nothing changes remain the same objects.
 */
export function mergeNewest(pages: RequestPage[], newest: RequestPage): RequestPage[] {
  const [first, ...others] = pages;
  if (!first) return [newest];
  const known = new Set(pages.flatMap(({ data }) => data.map(({ id }) => id)));
  const added = newest.data.filter(({ id }) => !known.has(id));
  if (added.length === 0) return pages;
  const leavesGap = newest.has_more && known.size > 0 && added.length === newest.data.length;
  if (leavesGap || first.data.length + added.length > mostRows) return [newest];
  const merged = [{ ...first, data: [...added, ...first.data] }, ...others];
  let rows = known.size + added.length;
  while (rows > mostRows) rows -= merged.pop()?.data.length ?? rows;
  return merged;
}
