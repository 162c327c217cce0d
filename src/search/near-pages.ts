import type { Hit } from './hits.ts';
import type { Names } from './names/read-names.ts';
import { searchNames } from './search-pages.ts';
import { wordsOfAddress } from './words-of-address.ts';

/** How many pages are told. */
const most = 4;

/** The pages whose names are like an address that leads nowhere. */
export function nearPages(names: Names, pathname: string, baseUrl: string): Hit[] {
  for (const words of wordsOfAddress(pathname)) {
    const { groups } = searchNames(names, `${words} `, { limit: 10, baseUrl });
    const hits = groups.flatMap((group) => group.hits);
    if (hits.length > 0) return hits.slice(0, most);
  }
  return [];
}
