import type { RequestPage } from '../../generated/platform/types.gen.ts';
import { mergeNewest } from './merge-newest.ts';

/** The list, and the ids of newer calls that wait until the reader wants to see them. */
export interface LiveList {
  pages: RequestPage[];
  waiting: ReadonlySet<string>;
}

/** Calls that have come in: all the newest ones, as the server lists them, or only those since the last ones. */
export interface Arrivals {
  newest: RequestPage;
  isWhole: boolean;
}

/**
 * Puts calls that have come in on top of the list, or has them wait if somebody reads in it. Undefined if that takes a look at the
 * newest page.
 */
export function receiveCalls(list: LiveList, { newest, isWhole }: Arrivals, isRead: boolean): LiveList | undefined {
  const known = new Set(list.pages.flatMap(({ data }) => data.map(({ id }) => id)));
  const unknown = newest.data.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  if (isRead) {
    const waiting = new Set([...list.waiting, ...unknown]);
    return waiting.size === list.waiting.size ? list : { ...list, waiting };
  }
  if (!isWhole && list.waiting.size > 0) return undefined;
  const pages = mergeNewest(list.pages, newest);
  // Without the server's page, nothing tells where the list would go on.
  if (!isWhole && pages[0] === newest) return undefined;
  return pages === list.pages && list.waiting.size === 0 ? list : { pages, waiting: new Set() };
}
