import type { Hit } from './hits.ts';
import type { Names } from './names/read-names.ts';
import { searchNames } from './search-pages.ts';

/** How many pages are told. */
const most = 4;

/** What an address that leads nowhere seems to look for, in words: its last segment, without an ending or an id. */
function wordsOfAddress(pathname: string): string[] {
  const segments = pathname.split('/').map((segment) => decoded(segment).replace(/\.\w+$/, ''));
  return segments
    .filter((segment) => /\p{L}{3}/u.test(segment) && segment.length < 60)
    .map((segment) => segment.replaceAll(/[-_.+]+/g, ' ').trim())
    .reverse();
}

/** The pages whose names are like an address that leads nowhere. */
export function nearPages(names: Names, pathname: string, baseUrl: string): Hit[] {
  for (const words of wordsOfAddress(pathname)) {
    const { groups } = searchNames(names, `${words} `, { limit: 10, baseUrl });
    const hits = groups.flatMap((group) => group.hits);
    if (hits.length > 0) return hits.slice(0, most);
  }
  return [];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
