import type { Hit } from './hits.ts';
import { findNames } from './names/find-names.ts';
import type { QueryPlan } from './names/plan-query.ts';
import type { Named, Names } from './names/read-names.ts';
import type { SearchScope } from './search-pages.ts';

/** A result that was found by its name. */
export interface NameHit {
  hit: Hit;
  group: string;
  score: number;
}

/** What speaks for a page of the group that is read now: if it has all that was asked for, more than a whole name elsewhere. */
const here = { all: 2.5, some: 0.5 };
/** The score of a name that has all that was asked for. */
const all = 0.75;
/** How many sections of one page are listed. */
const mostSections = 3;

/** The pages and sections that are named like the query, the best first, and the words by which they were found. */
export function nameHits(names: Names, plan: QueryPlan, scope: SearchScope): { hits: NameHit[]; terms: string[] } {
  const { matches, terms } = findNames(names, plan);
  const places = new Map<string, number>();
  const hits = matches
    .filter(({ named }) => scope.only === undefined || named.page.group === scope.only)
    .map(({ named, score }) => ({
      named,
      score: score + (named.page.group !== scope.here ? 0 : score < all ? here.some : here.all),
    }))
    .sort((a, b) => b.score - a.score)
    .filter(({ named }) => isNew(named, places))
    .map(({ named, score }) => ({ hit: hitOf(named, scope.baseUrl), group: named.page.group, score }));
  return { hits, terms };
}

/** Of a page that is listed, its sections are not. */
function isNew({ page, section }: Named, places: Map<string, number>): boolean {
  const listed = places.get(page.url) ?? 0;
  places.set(page.url, section ? listed + 1 : mostSections);
  return section ? listed < mostSections : listed === 0;
}

function hitOf({ page, section }: Named, baseUrl = '/'): Hit {
  const { url, title, lang, method, path, about } = page;
  return {
    url: baseUrl.replace(/\/$/, '') + url + (section ? `#${section[1]}` : ''),
    title,
    ...(lang && { lang }),
    ...(section && { section: section[0] }),
    ...(method && path && { endpoint: { method, path } }),
    excerpt: about && !section ? [{ text: about, marked: false }] : [],
  };
}
