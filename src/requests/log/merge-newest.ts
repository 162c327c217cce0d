import type { RequestPage } from '../../generated/platform/types.gen.ts';

/** So many rows stay in the list while new ones come in; above, it starts afresh. */
const mostRows = 2_000;

/**
 * Puts the calls of a newest page above those of a list. Where calls may lie between the two, or the list has become too long, the
 * newest page is the whole list. Pages in which nothing changes remain the same objects.
 */
export function mergeNewest(pages: RequestPage[], newest: RequestPage): RequestPage[] {
  const [first, ...others] = pages;
  if (!first) return [newest];
  const known = new Set(pages.flatMap(({ data }) => data.map(({ id }) => id)));
  const added = newest.data.filter(({ id }) => !known.has(id));
  if (added.length === 0) return pages;
  const leavesGap = newest.has_more && known.size > 0 && added.length === newest.data.length;
  if (leavesGap || known.size + added.length > mostRows) return [newest];
  return [{ ...first, data: [...added, ...first.data] }, ...others];
}
